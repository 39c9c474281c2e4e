/**
 * `node bench/compensation.ts [--households 100000]`: the command line over
 * households, one statement alone, two versions compared. Writes bench/results.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { calculatorOf, HOUSEHOLD } from '#tests/worlds/schemes.ts';
import { timesInBrowser } from './compensation-browser.ts';
import { fortyItems, writeHouseholds } from './compensation-world.ts';
import { median, percentile } from './median.ts';
import { commit, load, machine } from './results.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    browser: { type: 'boolean', default: false },
  },
});
const count = Number(values.households);
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
const PROGRAM = join(import.meta.dirname, '../bin/lianxin.js');

interface Run {
  readonly seconds: number;
  /** The most memory the process held at any time. */
  readonly megabytes: number;
}

/** One command in a process of its own; Linux keeps its high-water mark. */
async function command(words: readonly string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let kilobytes = 0;
  const look = setInterval(() => {
    kilobytes = Math.max(kilobytes, heldBy(child.pid));
  }, 50);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(look);
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, megabytes: Math.round(kilobytes / 1024) };
}

function heldBy(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It has just ended.
    return 0;
  }
}

function oneStatement(): { readonly median: number; readonly p99: number } {
  const calculator = calculatorOf(fortyItems('1'));
  const times: number[] = [];
  for (let at = 0; at < 20_000; at += 1) {
    const began = performance.now();
    calculator.statement({ ...HOUSEHOLD, 面积: `${at % 300}.5` });
    times.push(performance.now() - began);
  }
  const warm = times.slice(2000);
  return { median: median(warm), p99: percentile(warm, 0.99) };
}

const before = load();
const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')];
const households = join(folder, 'households.csv');
writeFileSync(first, JSON.stringify(fortyItems('1')));
writeFileSync(second, JSON.stringify(fortyItems('2', 1)));
writeHouseholds(households, count);

const compensate: Run[] = [];
const compare: Run[] = [];
for (let round = 0; round < rounds; round += 1) {
  const out = join(folder, `out-${round}`);
  compensate.push(
    await command(['compensate', '--scheme', first, '--households', households, '--out', out]),
  );
  rmSync(out, { recursive: true });
  compare.push(await command(['scheme', 'compare', first, second, '--households', households]));
}
const single = oneStatement();
const slowed = values.browser ? await timesInBrowser() : [];
rmSync(folder, { recursive: true });

const date = new Date().toISOString();
const result = {
  date,
  commit: commit(),
  machine: machine(),
  node: process.version,
  load: [before, load()],
  households: count,
  items: 40,
  compensate,
  compare,
  single,
  slowed,
};
const page = [
  `# Statements for ${count.toLocaleString('en')} households, a scheme of 40 items`,
  '',
  `- Date: ${date}; commit ${result.commit}`,
  `- Machine: ${result.machine}; load before and after: ${result.load.join(', ')}`,
  `- Node ${result.node}; ${rounds} rounds, each command in a process of its own, its start included`,
  '',
  '| what | median | all | floor |',
  '|---|---|---|---|',
  line('`compensate`: CSV in; JSON lines, CSV and XLSX out', compensate, 20),
  line('`scheme compare`: two versions', compare, 60),
  `| one statement in a warm process, median / p99 | ${single.median.toFixed(3)} / ${single.p99.toFixed(3)} ms |  | 1 ms${single.p99 < 1 ? '' : ' missed'} |`,
  ...(slowed.length === 0
    ? []
    : [
        `| whole recalculation in Chromium slowed four times, median / p99 / first | ${median(slowed).toFixed(1)} / ${percentile(slowed, 0.99).toFixed(1)} / ${(slowed[0] ?? 0).toFixed(1)} ms |  | 50 ms${percentile(slowed, 0.99) < 50 ? '' : ' missed'} |`,
      ]),
  '',
].join('\n');
const file = join(import.meta.dirname, 'results', `${date.slice(0, 10)}-compensation-${count}`);
writeFileSync(`${file}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
writeFileSync(`${file}.md`, page);
console.log(page);

function line(name: string, runs: readonly Run[], floor: number): string {
  const seconds = median(runs.map((run) => run.seconds));
  const most = Math.max(...runs.map((run) => run.megabytes));
  const all = runs.map((run) => run.seconds.toFixed(1)).join(', ');
  const missed = seconds < floor && most < 1000 ? '' : ' missed';
  return `| ${name} | ${seconds.toFixed(1)} s, at most ${most} MB | ${all} s | ${floor} s, 1 GB${missed} |`;
}
