/** Results as a table to read and as JSON to compare. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type as system, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Heard } from './listening.ts';
import type { Pair, Rounds } from './pairs.ts';
import type { RoleSpeed } from './roles.ts';
import type { Served } from './serve.ts';

export interface Result {
  readonly engine: string;
  readonly date: string;
  readonly machine: string;
  readonly commit: string;
  readonly node: string;
  readonly database: string;
  /** Mean number of processes that wanted a core, before and after: above the cores it was noisy. */
  readonly load: readonly [number, number];
  readonly rounds: Rounds;
  readonly served: Pick<
    Served,
    'rows' | 'seededInSeconds' | 'figuresMilliseconds' | 'aggregateMilliseconds'
  >;
  readonly pairs: readonly Pair[];
  readonly roles: readonly RoleSpeed[];
  readonly heard: readonly Heard[];
}

/** Floors of the design, section 7: to bare, to the frame. */
const FLOORS: Readonly<Record<string, readonly [number, number]>> = {
  'read one': [0.45, 0.75],
  list: [0.5, 0.8],
  create: [0.25, 0.4],
};

export function machine(): string {
  const [core] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${core?.model.trim()}, ${memory} GB, ${system()} ${release()}`;
}

export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

export function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

export function writeResult(result: Result): string {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${result.date.slice(0, 10)}-${result.engine}-${result.served.rows}`);
  writeFileSync(`${file}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
  writeFileSync(`${file}.md`, page(result));
  return `${file}.md`;
}

const number = (value: number, digits = 0): string => value.toFixed(digits);

function page(result: Result): string {
  const { served, rounds } = result;
  const factor = served.aggregateMilliseconds / served.figuresMilliseconds;
  return [
    `# ${served.rows.toLocaleString('en')} matters on the ${result.engine} engine`,
    '',
    `- Date: ${result.date}; commit ${result.commit}`,
    `- Machine: ${result.machine}; load before and after: ${result.load.join(', ')}`,
    `- Node ${result.node}; ${result.database}`,
    `- ${rounds.rounds} rounds of ${rounds.seconds} s with ${rounds.connections} connections; the generator runs on the same cores`,
    `- Seeded in ${served.seededInSeconds} s: rows and figures only, no events behind them`,
    '',
    '## Requests a second, against the same statements through a bare Fastify handler',
    '',
    '| what | ours | bare | in the frame | to bare | to the frame | floor | p50 / p99 ms | failed |',
    '|---|---|---|---|---|---|---|---|---|',
    ...result.pairs.map(pairLine),
    '',
    '## Restricted roles against one who sees the whole place (floor: at most 1.2)',
    '',
    '| what | who | requests a second | p50 / p99 ms | time against the whole |',
    '|---|---|---|---|---|',
    ...result.roles.map(
      ({ workload, title, speed, toWhole }) =>
        `| ${workload} | ${title} | ${number(speed.perSecond)} | ${number(speed.p50)} / ${number(speed.p99)} | ${number(toWhole, 2)} |`,
    ),
    '',
    '## Figures of a year (floor: 10 ms, 50 times the direct aggregate)',
    '',
    `${number(served.figuresMilliseconds, 1)} ms; counted from the matters ${number(served.aggregateMilliseconds)} ms: ${number(factor)} times.`,
    '',
    '## From a command’s answer to its listeners (floor: p99 50 ms with few, 250 ms with 500)',
    '',
    '| listeners | p50 ms | p99 ms | missing |',
    '|---|---|---|---|',
    ...result.heard.map(
      (one) =>
        `| ${one.listeners} | ${number(one.p50, 1)} | ${number(one.p99, 1)} | ${one.missing} |`,
    ),
    '',
  ].join('\n');
}

function pairLine({ name, ours, bare, frame, toBare, toFrame }: Pair): string {
  const floor = FLOORS[name];
  const met = floor === undefined || (toBare >= floor[0] && toFrame >= floor[1]);
  const wanted = floor === undefined ? '' : `${floor.join(' / ')}${met ? '' : ' missed'}`;
  const rates = [ours, bare, frame].map(({ perSecond }) => number(perSecond)).join(' | ');
  const times = `${number(ours.p50)} / ${number(ours.p99)}`;
  return `| ${name} | ${rates} | ${number(toBare, 2)} | ${number(toFrame, 2)} | ${wanted} | ${times} | ${ours.failed} |`;
}
