/** From a command's answer to the event at each listener. */
import { randomUUID } from 'node:crypto';
import { Agent, get as httpGet } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './median.ts';
import type { Served } from './serve.ts';
import { REPORT } from './workloads.ts';

export interface Heard {
  readonly listeners: number;
  readonly commands: number;
  /** Milliseconds from the answer of the command to the event; 0 where the event came first. */
  readonly p50: number;
  readonly p99: number;
  /** Events that had not come two seconds after their command. */
  readonly missing: number;
}

const COMMANDS = 20;
const STREAMS = 6;

export async function listeningOf(served: Served, count: number): Promise<Heard> {
  const arrivals: number[][] = Array.from({ length: count }, () => []);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const streams: (() => void)[] = [];
  // One after the other: this measures hearing, not the rush at the door.
  for (const [at, own] of arrivals.entries()) {
    const cookie = served.listeners[Math.floor(at / STREAMS) % served.listeners.length] ?? '';
    const hear = () => own.push(performance.now());
    streams.push(await listen(`${served.ours}/api/live`, { cookie, agent }, hear));
  }
  await pause(500);
  const delays: number[] = [];
  let missing = 0;
  for (let command = 0; command < COMMANDS; command += 1) {
    for (const own of arrivals) own.length = 0;
    const at = await enter(served);
    const deadline = at + 2_000;
    while (arrivals.some((own) => own.length === 0) && performance.now() < deadline) await pause(2);
    for (const [first] of arrivals) {
      if (first === undefined) missing += 1;
      else delays.push(Math.max(0, first - at));
    }
    await pause(50);
  }
  for (const end of streams) end();
  agent.destroy();
  return {
    listeners: count,
    commands: COMMANDS,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    missing,
  };
}

async function enter(served: Served): Promise<number> {
  const answer = await fetch(`${served.ours}/api/matters`, {
    method: 'POST',
    headers: {
      cookie: served.cookies['intake'] ?? '',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ ...REPORT, source: 'counter' }),
  });
  if (!answer.ok) throw new Error(`not entered: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now();
}

function listen(
  url: string,
  { cookie, agent }: { readonly cookie: string; readonly agent: Agent },
  hear: () => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = httpGet(url, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) {
        reject(new Error(`no stream: ${answer.statusCode}`));
        return;
      }
      answer.on('data', (text: Buffer) => {
        if (text.includes('event: matter.report')) hear();
      });
      answer.on('error', () => undefined);
      resolve(() => request.destroy());
    });
    request.on('error', reject);
  });
}
