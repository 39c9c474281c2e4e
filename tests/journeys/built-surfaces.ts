/** Desk and portal as the sources stand now, built at most once for all journeys of a run. */
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '#platform/database/migration-files.ts';
import { once, runFolder } from '#tests/engines/once.ts';

const run = promisify(execFile);
const DIST = join(ROOT, 'dist');
const SOURCES = ['apps', 'features', 'kernel', 'platform', 'ui', 'package-lock.json'];
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

const SURFACES = ['web', 'wall', 'portal', 'statement'] as const;

/** The folder with `web`, `wall`, `portal` and `statement` in it: those of the installation while they are new enough. */
export function builtSurfaces(): Promise<string> {
  return once('surfaces', async () => {
    if (areFresh(DIST)) return DIST;
    const folder = join(runFolder(), 'surfaces');
    await Promise.all(SURFACES.map((surface) => build(surface, join(folder, surface))));
    return folder;
  });
}

/** Nothing they could be made of was changed, added or taken away since they were built. */
function areFresh(folder: string): boolean {
  const built = SURFACES.map((surface) => changedAt(join(folder, surface)));
  const sources = SOURCES.map((source) => join(ROOT, source)).flatMap((source) => [
    source,
    ...(statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true }).map((name) => join(source, String(name)))
      : []),
  ]);
  return sources.every((source) => changedAt(source) < Math.min(...built));
}

/** Milliseconds since 1970; 0 for what is not there. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** In a process of its own, as people get it: here everything believes to be under test. */
async function build(surface: string, folder: string): Promise<void> {
  const config = join(ROOT, 'apps', surface, 'vite.config.ts');
  await run(
    process.execPath,
    [VITE, 'build', '--logLevel', 'error', '--config', config, '--outDir', folder, '--emptyOutDir'],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
  );
}
