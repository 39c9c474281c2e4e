/**
 * The wall: what its read costs at many matters, and whether a page that stands
 * for two hours of events keeps its memory. The page's clock and the server's run
 * ahead: a minute of them is ten events, each of which the page reads, and as much
 * time as they take. It is looked at on the same scene each time, beside an empty
 * page whose clock is moved by the same steps.
 *
 *     node bench/wall.ts [rows] [minutes]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import { makeDeviceToken } from '#features/access/server/public.ts';
import { wallBoard } from '#features/matters/contract.ts';
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
import { type Heap, heapOf } from './heap.ts';
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
const SECOND = 1_000;
const MINUTE = 60_000;
/** The scene it is looked at: the one with the most values. */
const SCENE = 'map';

interface Measured {
  readonly boardMilliseconds: number;
  readonly quickestBoardMilliseconds: number;
  readonly aggregateMilliseconds: number;
  readonly events: number;
  /** Of the board by the page. */
  readonly reads: number;
  readonly minutes: number;
  readonly looks: readonly Heap[];
  readonly emptyPage: readonly Heap[];
  readonly slope: Slope;
  readonly codeSlope: Slope;
}

async function measure(): Promise<Measured> {
  const ground = await freshGround('server');
  const world = await foundDistrict(ground.database, new Date().toISOString());
  await manyMatters(ground.database, world, ROWS, nowOf(world));
  await vacuum(ground);
  const { tenantId, areas, services, system } = world;
  const body = { name: 'bench', areaId: areas.district.areaId, days: 30 };
  const { wallId } = await sure(
    makeWall(services, system, { commandId: world.commandId(), body, mayBegin: true }),
  );
  // Before the server runs, which sets about all that is overdue of so many at once.
  const times = await timesOf(world, wallId);
  const server = await startServer(world.installation, {
    port: 0,
    version: 'bench',
    onFault: (fault, doing) => console.error(doing, fault),
  });
  const device = { tenantId, deviceId: wallId };
  const token = await makeDeviceToken(server.access, device, 'system:bench');
  const page = await standing(world, server, token);
  await server.close();
  await ground.clear();
  return { ...times, ...page };
}

async function timesOf(world: District, wallId: WallId) {
  const { services, system, tenantId, areas } = world;
  const actor = { kind: 'wall', wallId, areaPath: areas.district.areaPath } as const;
  const context: Context = { ...system, actor };
  const reads = await timesTaken(41, () => board(services, context));
  const recounts = await timesTaken(3, () => recount(services.database, tenantId, 'Asia/Shanghai'));
  return {
    boardMilliseconds: median(reads),
    quickestBoardMilliseconds: Math.min(...reads),
    aggregateMilliseconds: median(recounts),
  };
}

async function timesTaken(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

async function standing(world: District, { origin }: RunningServer, token: string) {
  const browser = await openChromium();
  const empty = await opened(browser, 'about:blank');
  const wall = await opened(browser, `${origin}/wall#token=${token}`);
  await wall.page.locator('.wall').waitFor();
  const told = await tellings(wall);
  const pass = async (milliseconds: number): Promise<void> => {
    world.clock.move(milliseconds);
    await wall.page.clock.runFor(milliseconds);
    await empty.page.clock.runFor(milliseconds);
  };
  let events = 0;
  const event = async (): Promise<void> => {
    const { heard, reads } = told();
    await sure(report(world.services, world.public, world.commandId(), SAID));
    events += 1;
    await until(() => told().heard > heard);
    await pass(MINUTE / EVENTS_A_MINUTE);
    await until(() => told().reads > reads);
  };
  const looks: Heap[] = [];
  const emptyPage: Heap[] = [];
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (let at = 0; at < EVENTS_A_MINUTE; at += 1) await event();
    if (minute % LOOK !== LOOK - 1) continue;
    await turnTo(wall.page, SCENE, () => pass(SECOND));
    // What the scene before had is let go with the next picture.
    await event();
    looks.push(await heapOf(wall.devtools));
    emptyPage.push(await heapOf(empty.devtools));
  }
  const { reads } = told();
  await browser.close();
  const settled = looks.slice(SETTLING);
  return {
    events,
    reads,
    minutes: MINUTES,
    looks,
    emptyPage,
    slope: slopeOf(
      settled.map(({ values }) => values),
      60 / LOOK,
    ),
    codeSlope: slopeOf(
      settled.map(({ code }) => code),
      60 / LOOK,
    ),
  };
}

const SAID = { ...REPORT, reporterName: '', reporterPhone: '', source: 'portal' } as const;

interface Opened {
  readonly page: Page;
  readonly devtools: CDPSession;
}

async function opened(browser: Browser, address: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(address);
  return { page, devtools: await context.newCDPSession(page) };
}

/** How often the page was told of a change, and how often it has read the board. */
async function tellings({ page, devtools }: Opened) {
  let [heard, reads] = [0, 0];
  devtools.on('Network.eventSourceMessageReceived', ({ eventName }) => {
    if (eventName === 'changed') heard += 1;
  });
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname === wallBoard.path) reads += 1;
  });
  await devtools.send('Network.enable');
  return () => ({ heard, reads });
}

/** Waits for what comes over the network, which no page's clock hastens: two seconds at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries += 1) await pause(5);
}

/** Lets time pass until the scene has just come. */
async function turnTo(page: Page, scene: string, pass: () => Promise<void>): Promise<void> {
  const stands = async () => (await page.locator('.wall').getAttribute('data-scene')) === scene;
  while (await stands()) await pass();
  while (!(await stands())) await pass();
}

const load = loadavg()[0] ?? 0;
const found = await measure();
const day = new Date().toISOString().slice(0, 10);
const { slope, codeSlope, looks, emptyPage } = found;
const grows = slope.anHour > 2 * slope.error;
const said = ({ anHour, error }: Slope) =>
  `${anHour.toFixed(1)} kB an hour ± ${(2 * error).toFixed(1)} (twice the standard error)`;
const series = (among: readonly Heap[], what: keyof Heap) =>
  among.map((look) => Math.round(look[what])).join(', ');
const text = `# The wall

- Date: ${new Date().toISOString()}
- Machine: ${cpus().length} × ${cpus()[0]?.model ?? ''}, Linux ${release()}; load before: ${load.toFixed(1)}, after: ${(loadavg()[0] ?? 0).toFixed(1)}
- PostgreSQL, ${ROWS.toLocaleString('en')} matters in ten streets

**One read of all that a wall shows**: median of 41 ${found.boardMilliseconds.toFixed(1)} ms, the quickest ${found.quickestBoardMilliseconds.toFixed(1)} ms
(floor 10 ms); the same figures counted from the matters: ${found.aggregateMilliseconds.toFixed(0)} ms.

**Memory of a page that stands for ${found.minutes} minutes by its clock, with ${found.events} events and ${found.reads} reads**, after garbage
collection and always on the same scene: what it keeps changes by ${said(slope)}:
${grows ? 'a growth beyond noise' : 'no growth beyond noise'}.
Compiled code: ${said(codeSlope)}. The first ${SETTLING * LOOK} minutes are left out.

In kB every ${LOOK} minutes:

- what the page keeps (objects, arrays, strings, functions): ${series(looks, 'values')}
- compiled code: ${series(looks, 'code')}
- document, styles and what else the browser keeps for it: ${series(looks, 'document')}
- what the tools that look record of its requests, which no wall has: ${series(looks, 'tools')}
- nodes of the document: ${series(looks, 'nodes')}

An empty page beside it, whose clock is moved by the same steps: keeps ${series(emptyPage, 'values')};
compiled code ${series(emptyPage, 'code')}.
`;
mkdirSync(join(ROOT, 'bench', 'results'), { recursive: true });
const file = join(ROOT, 'bench', 'results', `${day}-wall`);
writeFileSync(`${file}.md`, text);
writeFileSync(`${file}.json`, `${JSON.stringify({ day, rows: ROWS, ...found }, null, 2)}\n`);
console.log(text);
