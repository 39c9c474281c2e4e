/** Desk and portal as the sources stand now, built once for all journeys of a run. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '#platform/database/migration-files.ts';
import { once, runFolder } from '#tests/engines/once.ts';

const run = promisify(execFile);
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/** The folder with `web`, `wall`, `portal` and `statement` in it. */
export function builtSurfaces(): Promise<string> {
  return once('surfaces', async () => {
    const folder = join(runFolder(), 'surfaces');
    for (const surface of ['web', 'wall', 'portal', 'statement'])
      await build(surface, join(folder, surface));
    return folder;
  });
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
