/**
 * The measured process: a seeded database, our server and the references over
 * it. Says where everything is as one message to its parent, then waits for the end.
 */

import { startServer } from '#apps/server/start.ts';
import { foundUnit } from '#demo/founding.ts';
import { figures } from '#features/matters/server/figures.ts';
import { recount } from '#features/matters/server/public.ts';
import type { PersonId } from '#kernel/ids.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { hotReads, nowOf, someMatter } from '#tests/worlds/hot-reads.ts';
import { manyMatters } from '#tests/worlds/many-matters.ts';
import { signIn } from '#tests/worlds/sign-in.ts';
import { freshGround, vacuum } from './database.ts';
import { median } from './median.ts';
import { startReference } from './reference.ts';
import { insertOf, reads, statementsOf } from './workloads.ts';

export interface Served {
  readonly version: string;
  readonly ours: string;
  readonly reference: string;
  readonly workloads: readonly (readonly [string, string])[];
  /** By title of the post. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly listeners: readonly string[];
  readonly rows: number;
  readonly seededInSeconds: number;
  readonly figuresMilliseconds: number;
  readonly aggregateMilliseconds: number;
}

export interface Serving {
  readonly engine: 'embedded' | 'server';
  readonly rows: number;
  readonly listeners: number;
}

/** Streams one person may have open. */
const STREAMS = 6;
const TITLES = ['supervisor', 'intake', 'north intake', 'lamp fitter'] as const;

const { engine, rows, listeners } = JSON.parse(process.argv[2] ?? '{}') as Serving;

async function main(): Promise<void> {
  const ground = await freshGround(engine);
  const world = await foundDistrict(ground.database, new Date().toISOString());
  const now = nowOf(world);
  const began = performance.now();
  await manyMatters(ground.database, world, rows, now);
  await vacuum(ground);
  const seededInSeconds = Math.round((performance.now() - began) / 1000);
  const matterId = await someMatter(world, world.units.lamps.organisationId);
  const hot = hotReads(world, matterId, now);
  const year = [`${Number(now.slice(0, 4)) - 1}${now.slice(4, 10)}`, now.slice(0, 10)] as const;
  const workloads = reads(world, matterId, year);
  const statements: Record<string, Awaited<ReturnType<typeof statementsOf>>> = {};
  for (const [name, read] of workloads) {
    statements[name] = await statementsOf(world.services, world.as('supervisor'), hot[read]);
  }
  const insert = await insertOf(world);
  const reference = await startReference(ground, {
    tenantId: world.tenantId,
    reads: statements,
    insert,
  });
  const server = await startServer(world.installation, {
    port: 0,
    version: 'bench',
    publicCommandsPerMinute: 1_000_000,
    onFault: (fault, doing) => console.error(doing, fault),
  });
  const cookies: Record<string, string> = {};
  for (const title of TITLES) {
    cookies[title] = await signIn(server, world.tenantId, world.post(title).personId as PersonId);
  }
  const served: Served = {
    version: ground.version,
    ours: server.origin,
    reference: reference.origin,
    workloads: workloads.map(([name, , path]) => [name, path] as const),
    cookies,
    listeners: await signInListeners(server, world),
    rows,
    seededInSeconds,
    ...(await timesOfFigures(world, year)),
  };
  process.send?.(served);
  const end = () => {
    reference
      .close()
      .then(server.close)
      .then(ground.clear)
      .then(() => process.exit(0), fail);
  };
  // The parent lets go when it has done, and also when it dies.
  process.once('disconnect', end);
}

async function signInListeners(
  server: Parameters<typeof signIn>[0],
  world: District,
): Promise<string[]> {
  const posts = Array.from({ length: Math.ceil(listeners / STREAMS) }, (_, at) => ({
    title: `listener ${at}`,
    roles: ['supervisor'] as const,
    rank: 1,
    holder: `监听员${at}`,
  }));
  const plan = { name: '监听组', kind: 'department', area: world.areas.district, posts } as const;
  const unit = await foundUnit(world.services, world.system, plan, '2026-01-01');
  const cookies: string[] = [];
  for (const { personId } of unit.posts) {
    cookies.push(await signIn(server, world.tenantId, personId as PersonId));
  }
  return cookies;
}

/** A year's figures as the desk asks for them, and the same counted from the matters. */
async function timesOfFigures(world: District, [from, to]: readonly [string, string]) {
  const query = { from, to, by: 'total' } as const;
  const ask = () =>
    figures(world.services, world.as('supervisor'), { params: undefined, body: undefined, query });
  const { database } = world.services;
  return {
    figuresMilliseconds: await medianTime(21, ask),
    aggregateMilliseconds: await medianTime(3, () =>
      recount(database, world.tenantId, 'Asia/Shanghai'),
    ),
  };
}

async function medianTime(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return median(taken);
}

function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}

main().catch(fail);
