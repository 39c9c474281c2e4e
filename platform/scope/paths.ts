/** Paths of a tree as text: a path lies under another where it begins with it. */

/**
 * The paths that lie under no other one of them, in order, each once.
 */
export function outermostPaths(paths: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const path of [...new Set(paths)].sort(byCodeUnit)) {
    const last = kept.at(-1);
    if (last === undefined || !path.startsWith(last)) kept.push(path);
  }
  return kept;
}

/**
 * The first text after all that begin with `path`, in the order of code points
 * (collation "C" on UTF-8). Paths are made of characters below U+007F.
 * @throws RangeError for an empty path or one that ends in another character
 */
export function pastPrefix(path: string): string {
  const last = path.charCodeAt(path.length - 1);
  if (!(last < 0x7f)) throw new RangeError('a path ends in an ASCII character');
  return path.slice(0, -1) + String.fromCharCode(last + 1);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
