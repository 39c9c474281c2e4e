/**
 * From `npm start` on an empty data folder to the first page of the
 * demonstration: five times, the median counts. Also how long the import of
 * 10,000 real records takes on both engines, where they lie beside the
 * repository. Writes `bench/results/<day>-first-page.{md,json}`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#platform/database/database.ts';
import { freshGround } from './database.ts';

const ROUNDS = 5;
const PORT = 18_480;
const ROOT = join(import.meta.dirname, '..');
const RECORDS = join(ROOT, '..', 'shared', 'data', 'service-requests', 'san-francisco.csv');
const MAPPING = join(ROOT, 'docs', 'examples', 'import', 'san-francisco.json');

/** Milliseconds until the first page is whole. */
async function firstPage(round: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-first-page-'));
  const port = PORT + round;
  const started = performance.now();
  const server = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, LIANXIN_PORT: String(port), LIANXIN_DATA: folder },
    stdio: 'ignore',
    detached: true,
  });
  try {
    for (;;) {
      const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (page?.ok && (await page.text()).includes('</html>')) return performance.now() - started;
      if (performance.now() - started > 120_000) throw new Error('no first page in two minutes');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Where {
  readonly folder: string;
  readonly url: string | undefined;
}

function lianxin({ folder, url = '' }: Where, ...words: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'lianxin.js'), ...words], {
      cwd: ROOT,
      env: { ...process.env, LIANXIN_DATA: folder, LIANXIN_DATABASE_URL: url },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', (code) => {
      // 1: some rows were refused, as these records deserve.
      if (code !== 0 && code !== 1) console.error(`lianxin ${words[0]} ended with ${code}`);
      resolve(performance.now() - started);
    });
  });
}

/** Milliseconds of `lianxin import matters` for 10,000 rows, starting the engine included. */
async function importRecords(engine: Database['engine']): Promise<number | undefined> {
  if (!existsSync(RECORDS)) return undefined;
  const ground = engine === 'server' ? await freshGround(engine) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-import-'));
  const where = { folder, url: ground?.url };
  try {
    await lianxin(where, 'init', '--tenant', 'records', '--name', 'Records');
    const words = ['import', 'matters', RECORDS, '--tenant', 'records', '--mapping', MAPPING];
    const bad = join(folder, 'bad-rows.csv');
    return await lianxin(where, ...words, '--bad-rows', bad, '--json');
  } finally {
    await ground?.clear();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rounds: number[] = [];
const loadBefore = loadavg()[0] ?? 0;
for (let round = 0; round < ROUNDS; round += 1) rounds.push(await firstPage(round));
const median = rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
const imported = {
  embedded: await importRecords('embedded'),
  server: await importRecords('server'),
};
const day = new Date().toISOString().slice(0, 10);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
const said = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? 'not measured, the file is not there' : `${seconds(milliseconds)} s`;
const page = `# From \`npm start\` to the first page

- Date: ${new Date().toISOString()}
- Machine: ${cpus().length} × ${cpus()[0]?.model ?? ''}, Linux ${release()}; load before: ${loadBefore.toFixed(1)}
- Empty data folder, embedded engine, with the demonstration

Median of ${ROUNDS}: **${seconds(median)} s** (floor: 10 s); all: ${rounds.map(seconds).join(', ')} s.

Import of 10,000 San Francisco requests by the command line, starting the engine included:
embedded ${said(imported.embedded)}, PostgreSQL ${said(imported.server)}.
`;
mkdirSync(join(ROOT, 'bench', 'results'), { recursive: true });
const file = join(ROOT, 'bench', 'results', `${day}-first-page`);
writeFileSync(`${file}.md`, page);
writeFileSync(`${file}.json`, `${JSON.stringify({ day, rounds, median, imported }, null, 2)}\n`);
console.log(page);
