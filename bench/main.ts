/**
 * `npm run bench -- [--engine embedded|server] [--rows 200000] [--seconds 2] [--rounds 3]`
 * Measures both engines one after the other and writes bench/results.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Heard, listeningOf } from './listening.ts';
import { pairsOf, type Rounds } from './pairs.ts';
import { commit, load, machine, writeResult } from './results.ts';
import { rolesOf } from './roles.ts';
import type { Served, Serving } from './serve.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', multiple: true, default: ['server', 'embedded'] },
    rows: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '10' },
    listeners: { type: 'string', multiple: true, default: ['10', '500'] },
  },
});

const rounds: Rounds = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: Number(values.connections),
};
const listeners = values.listeners.map(Number);

async function measure(engine: Serving['engine']): Promise<void> {
  const before = load();
  const serving: Serving = { engine, rows: Number(values.rows), listeners: Math.max(...listeners) };
  const child = fork(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(serving)]);
  const served = await servedBy(child);
  console.log(`${engine}: ${served.rows} matters after ${served.seededInSeconds} s`);
  const pairs = await pairsOf(served, rounds);
  const roles = await rolesOf(served, rounds);
  const heard: Heard[] = [];
  for (const count of listeners) {
    // What was measured before is kept where so many cannot be held.
    await listeningOf(served, count).then(
      (one) => heard.push(one),
      (error: unknown) => console.error(`${count} listeners:`, error),
    );
  }
  const file = writeResult({
    ...{ engine, date: new Date().toISOString(), machine: machine(), commit: commit() },
    ...{ node: process.version, database: served.version, load: [before, load()], rounds },
    ...{ served, pairs, roles, heard },
  });
  console.log(file);
  child.disconnect();
  await once(child, 'exit');
}

async function servedBy(child: ReturnType<typeof fork>): Promise<Served> {
  const [served] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the measured process ended (${code})`);
    }),
  ])) as [Served];
  return served;
}

for (const engine of values.engine) {
  if (engine !== 'embedded' && engine !== 'server') throw new Error(`no such engine: ${engine}`);
  await measure(engine);
}
