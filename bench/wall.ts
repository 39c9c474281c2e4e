/**
 * The wall: what its read costs at many matters, and whether a page that stands
 * for two hours of events keeps its memory. The page's clock runs ahead: a
 * minute of it is ten events and as much time as they take.
 *
 *     node bench/wall.ts [rows] [minutes]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import { makeDeviceToken } from '#features/access/server/public.ts';
import { makeWall, recount, report } from '#features/matters/server/public.ts';
import { board } from '#features/matters/server/wall/show-wall.ts';
import type { Context } from '#kernel/context.ts';
import type { WallId } from '#kernel/ids.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { openChromium } from '#tests/journeys/chromium.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { nowOf } from '#tests/worlds/hot-reads.ts';
import { manyMatters } from '#tests/worlds/many-matters.ts';
import { freshGround, vacuum } from './database.ts';
import { median } from './median.ts';
import { type Slope, slopeOf } from './slope.ts';
import { REPORT } from './workloads.ts';

const ROWS = Number(process.argv[2] ?? 200_000);
const MINUTES = Number(process.argv[3] ?? 120);
const EVENTS_A_MINUTE = 10;
/** Minutes between two looks at the memory. */
const LOOK = 4;
/** Looks before the page has settled. */
const SETTLING = 5;
const MINUTE = 60_000;

interface Measured {
  readonly boardMilliseconds: number;
  readonly aggregateMilliseconds: number;
  readonly events: number;
  readonly minutes: number;
  readonly heapKilobytes: readonly number[];
  readonly nodes: readonly number[];
  readonly slope: Slope;
}

async function measure(): Promise<Measured> {
  const ground = await freshGround('server');
  const world = await foundDistrict(ground.database, new Date().toISOString());
  await manyMatters(ground.database, world, ROWS, nowOf(world));
  await vacuum(ground);
  const server = await startServer(world.installation, {
    port: 0,
    version: 'bench',
    onFault: (fault, doing) => console.error(doing, fault),
  });
  const { tenantId, areas, services, system } = world;
  const body = { name: 'bench', areaId: areas.district.areaId, days: 30 };
  const { wallId } = await sure(
    makeWall(services, system, { commandId: world.commandId(), body, mayBegin: true }),
  );
  const device = { tenantId, deviceId: wallId };
  const token = await makeDeviceToken(server.access, device, 'system:bench');
  const times = await timesOf(world, wallId);
  const page = await standing(world, server, token);
  await server.close();
  await ground.clear();
  return { ...times, ...page };
}

async function timesOf(world: District, wallId: WallId) {
  const { services, system, tenantId, areas } = world;
  const actor = { kind: 'wall', wallId, areaPath: areas.district.areaPath } as const;
  const context: Context = { ...system, actor };
  return {
    boardMilliseconds: await medianTime(41, () => board(services, context)),
    aggregateMilliseconds: await medianTime(3, () =>
      recount(services.database, tenantId, 'Asia/Shanghai'),
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

async function standing(world: District, { origin }: RunningServer, token: string) {
  const browser = await openChromium();
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${origin}/wall#token=${token}`);
  await page.locator('.wall').waitFor();
  const devtools = await context.newCDPSession(page);
  const looks: { heap: number; nodes: number }[] = [];
  let events = 0;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (let event = 0; event < EVENTS_A_MINUTE; event += 1) {
      await sure(report(world.services, world.public, world.commandId(), SAID));
      events += 1;
      await page.clock.runFor(MINUTE / EVENTS_A_MINUTE);
    }
    if (minute % LOOK === LOOK - 1) looks.push(await memoryOf(devtools));
  }
  await browser.close();
  const settled = looks.slice(SETTLING).map(({ heap }) => heap / 1024);
  return {
    events,
    minutes: MINUTES,
    heapKilobytes: looks.map(({ heap }) => Math.round(heap / 1024)),
    nodes: looks.map(({ nodes }) => nodes),
    slope: slopeOf(settled, 60 / LOOK),
  };
}

const SAID = { ...REPORT, reporterName: '', reporterPhone: '', source: 'portal' } as const;

async function memoryOf(devtools: CDPSession): Promise<{ heap: number; nodes: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes };
}

const load = loadavg()[0] ?? 0;
const found = await measure();
const day = new Date().toISOString().slice(0, 10);
const { slope } = found;
const within = Math.abs(slope.anHour) <= 2 * slope.error;
const text = `# The wall

- Date: ${new Date().toISOString()}
- Machine: ${cpus().length} × ${cpus()[0]?.model ?? ''}, Linux ${release()}; load before: ${load.toFixed(1)}
- PostgreSQL, ${ROWS.toLocaleString('en')} matters in ten streets

**One read of all that a wall shows**: median of 41 ${found.boardMilliseconds.toFixed(1)} ms (floor 10 ms); the same
figures counted from the matters: ${found.aggregateMilliseconds.toFixed(0)} ms.

**Memory of a page that stands for ${found.minutes} minutes by its clock, with ${found.events} events**: after garbage
collection, ${slope.anHour.toFixed(0)} kB an hour ± ${(2 * slope.error).toFixed(0)} (twice the standard error), ${within ? 'within' : 'beyond'} noise.
Heap in kB every ${LOOK} minutes: ${found.heapKilobytes.join(', ')}.
Nodes of the document: ${found.nodes.join(', ')}.
`;
mkdirSync(join(ROOT, 'bench', 'results'), { recursive: true });
const file = join(ROOT, 'bench', 'results', `${day}-wall`);
writeFileSync(`${file}.md`, text);
writeFileSync(`${file}.json`, `${JSON.stringify({ day, rows: ROWS, ...found }, null, 2)}\n`);
console.log(text);
