/** Paired runs: reference bare, ours, reference in the frame, round after round; medians of the rounds. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { median } from './median.ts';
import type { Served } from './serve.ts';
import { REPORT, slug } from './workloads.ts';

export interface Speed {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none of success. */
  readonly failed: number;
}

export interface Pair {
  readonly name: string;
  readonly ours: Speed;
  readonly bare: Speed;
  readonly frame: Speed;
  /** Medians of the rounds' own ratios. */
  readonly toBare: number;
  readonly toFrame: number;
}

export interface Rounds {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

export async function pairsOf(served: Served, rounds: Rounds): Promise<readonly Pair[]> {
  const cookie = served.cookies['supervisor'] ?? '';
  const pairs: Pair[] = [];
  for (const [name, path] of served.workloads) {
    const reference = slug(name);
    pairs.push(
      await paired(name, rounds, {
        bare: () => get(`${served.reference}/bare/${reference}`, rounds),
        ours: () => get(`${served.ours}${path}`, rounds, cookie),
        frame: () => get(`${served.reference}/frame/${reference}`, rounds),
      }),
    );
  }
  const post = (url: string) => create(url, rounds, served.cookies['intake'] ?? '');
  pairs.push(
    await paired('create', rounds, {
      bare: () => post(`${served.reference}/bare/create`),
      ours: () => post(`${served.ours}/api/matters`),
      frame: () => post(`${served.reference}/frame/create`),
    }),
  );
  return pairs;
}

type Runs = Readonly<Record<'bare' | 'ours' | 'frame', () => Promise<Speed>>>;

async function paired(name: string, { rounds }: Rounds, runs: Runs): Promise<Pair> {
  const taken = { bare: [] as Speed[], ours: [] as Speed[], frame: [] as Speed[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['bare', 'ours', 'frame'] as const) taken[kind].push(await runs[kind]());
  }
  const ratio = (kind: 'bare' | 'frame') =>
    median(taken.ours.map(({ perSecond }, at) => perSecond / (taken[kind][at]?.perSecond ?? 0)));
  return {
    name,
    ours: middle(taken.ours),
    bare: middle(taken.bare),
    frame: middle(taken.frame),
    toBare: ratio('bare'),
    toFrame: ratio('frame'),
  };
}

export function middle(speeds: readonly Speed[]): Speed {
  return {
    perSecond: median(speeds.map(({ perSecond }) => perSecond)),
    p50: median(speeds.map(({ p50 }) => p50)),
    p99: median(speeds.map(({ p99 }) => p99)),
    failed: speeds.reduce((sum, { failed }) => sum + failed, 0),
  };
}

export async function get(
  url: string,
  { connections, seconds: duration }: Rounds,
  cookie = '',
): Promise<Speed> {
  return speedOf(await autocannon({ url, connections, duration, headers: { cookie } }));
}

async function create(
  url: string,
  { connections, seconds: duration }: Rounds,
  cookie: string,
): Promise<Speed> {
  const headers = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ ...REPORT, source: 'counter' });
  const setupRequest = (request: object) => ({
    ...request,
    headers: { ...headers, 'idempotency-key': randomUUID() },
  });
  const requests = [
    { method: 'POST', path: new URL(url).pathname, headers, body, setupRequest },
  ] as const;
  return speedOf(await autocannon({ url, connections, duration, requests }));
}

function speedOf(result: Awaited<ReturnType<typeof autocannon>>): Speed {
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
