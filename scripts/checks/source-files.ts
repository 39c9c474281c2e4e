/** The files of a tree that are ours: no packages, no builds, no data of a running system. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const FOREIGN = new Set(['node_modules', 'dist', '.git', '.cache', 'coverage', 'generated']);

/**
 * @param root absolute path of the tree
 * @param extensions endings with the dot: `.ts`
 * @returns paths from the root with forward slashes, sorted
 */
export async function sourceFiles(
  root: string,
  extensions: readonly string[],
): Promise<readonly string[]> {
  const found = await filesBelow(root, root, extensions);
  return found.sort();
}

async function filesBelow(
  root: string,
  folder: string,
  extensions: readonly string[],
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return isForeign(root, folder, entry.name) ? [] : filesBelow(root, path, extensions);
      }
      const ours = entry.isFile() && extensions.some((ending) => entry.name.endsWith(ending));
      return ours ? [relative(root, path).split(sep).join('/')] : [];
    }),
  );
  return nested.flat();
}

/** `data/` is foreign at the root only, where a running system keeps its own. */
function isForeign(root: string, folder: string, name: string): boolean {
  return FOREIGN.has(name) || (folder === root && name === 'data');
}
