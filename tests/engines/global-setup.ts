/** A folder per test run; at its end, what was started in it ends and the folder goes. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '#platform/database/migration-files.ts';
import { type Cluster, stopCluster } from './server-cluster.ts';

/** Every project of the configuration asks; the first makes the folder and ends it. */
export default function setup(): (() => Promise<void>) | undefined {
  if (process.env['LIANXIN_TEST_RUN'] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-test-'));
  // PostgreSQL runs as another user than root and must pass through.
  chmodSync(folder, 0o711);
  process.env['LIANXIN_TEST_RUN'] = folder;
  // Whatever tests put into the temporary folder goes with the run.
  process.env['TMPDIR'] = folder;
  // Many tests start the same sources in a process of their own; each is compiled once.
  process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules', '.cache', 'lianxin', 'compiled');
  return async () => {
    const cluster = join(folder, 'cluster.json');
    if (existsSync(cluster)) {
      const { made } = JSON.parse(readFileSync(cluster, 'utf8')) as { made?: Cluster };
      if (made !== undefined) await stopCluster(made);
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
