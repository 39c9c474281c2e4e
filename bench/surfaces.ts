/**
 * What people wait for, in Chromium with its processor slowed four times: the
 * portal on slow 4G, the desk cold and warm, and from a key or a click to the
 * next paint on the list and on the map.
 *
 *     node bench/surfaces.ts [rows]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import { makeAccount, makeSignInLink } from '#features/access/server/public.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { openChromium } from '#tests/journeys/chromium.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { nowOf } from '#tests/worlds/hot-reads.ts';
import { manyMatters } from '#tests/worlds/many-matters.ts';
import { freshGround, vacuum } from './database.ts';
import { median, percentile } from './median.ts';
import { load, machine } from './results.ts';
import { deskOpens, onList, onMap, type Paint, portalOpens } from './surfaces/visits.ts';

/** The list holds those that are open: more than 100,000 of a million. */
const ROWS = Number(process.argv[2] ?? 1_000_000);
/** Openings of each surface, of which the median is told. */
const TIMES = 5;

async function measure() {
  const ground = await freshGround('server');
  const world = await foundDistrict(ground.database, new Date().toISOString());
  await manyMatters(ground.database, world, ROWS, nowOf(world));
  await vacuum(ground);
  const server = await startServer(world.installation, {
    port: 0,
    version: 'bench',
    onFault: (fault, doing) => console.error(doing, fault),
  });
  const browser = await openChromium();
  const portal = await portalOpens(browser, `${server.origin}/t/${world.slug}`, TIMES);
  const enter = await entrance(world, server, 'supervisor');
  const desk = await deskOpens(browser, server.origin, enter, TIMES);
  const list = await onList(browser, server.origin, await enter());
  const map = await onMap(browser, server.origin, await enter(), true);
  const undrawn = await onMap(browser, server.origin, await enter(), false);
  await browser.close();
  await server.close();
  await ground.clear();
  return { portal, desk, list, map, undrawn };
}

/** One-time links of who holds the post, as many as are asked for. */
async function entrance({ tenantId, post }: District, { access }: RunningServer, title: string) {
  const { personId } = post(title);
  if (personId === undefined) throw new Error(`nobody holds ${title}`);
  const account = { tenantId, personId, madeBy: 'system:bench' };
  const { accountId } = await sure(makeAccount(access, account));
  return async (): Promise<string> =>
    (await makeSignInLink(access, accountId, 'system:bench')).token;
}

const before = load();
const found = await measure();
const day = new Date().toISOString().slice(0, 10);
const seconds = (values: readonly number[]): string => (median(values) / 1000).toFixed(2);
const all = (values: readonly number[]): string =>
  values.map((value) => (value / 1000).toFixed(2)).join(', ');
const spread = (values: readonly number[]): string =>
  `p50 ${median(values).toFixed(0)} ms, p95 ${percentile(values, 0.95).toFixed(0)} ms`;
const paint = (paints: readonly Paint[]): string =>
  `${spread(paints.map(({ whole }) => whole))} of ${paints.length} interactions (floor: p95 200 ms); the page's own part ${spread(paints.map(({ page }) => page))}`;
const slowest = (paints: readonly Paint[]): string =>
  paints
    .toSorted((a, b) => b.whole - a.whole)
    .slice(0, 8)
    .map(({ what, whole, page }) => `${what} ${whole} (${page})`)
    .join(', ');
const text = `# The surfaces, with the processor slowed four times

- Date: ${new Date().toISOString()}
- Machine: ${machine()}; load before and after: ${before}, ${load()}
- Chromium drawing without a graphics card; server, database and browser share the cores
- PostgreSQL, ${ROWS.toLocaleString('en')} matters

**Portal, first visit on slow 4G** (150 ms, 1.6 Mbit/s), until the page answers: median of ${TIMES}
${seconds(found.portal)} s (floor 3 s); all: ${all(found.portal)}.

**Desk until its first screen is filled**: cold ${seconds(found.desk.cold)} s (floor 5 s; all: ${all(found.desk.cold)}),
warm ${seconds(found.desk.warm)} s (floor 1.5 s; all: ${all(found.desk.warm)}).

**From a key or a click to the next paint**. The page's own part ends where it has handled the input, laid out
and given orders to paint; the rest is drawing by the processor, as there is no graphics card. On the map
the own part has the drawing of frames before in it, for which the page waits.
- the list with all that is open: ${paint(found.list)}
  The slowest, milliseconds and in brackets the page's own: ${slowest(found.list)}.
- the map with all matters, drawn by the processor: ${paint(found.map)}
  The slowest: ${slowest(found.map)}.
- the same map where its orders to draw are not carried out, as if a graphics card did it for nothing:
  ${paint(found.undrawn)}
  The slowest: ${slowest(found.undrawn)}.
`;
mkdirSync(join(ROOT, 'bench', 'results'), { recursive: true });
const file = join(ROOT, 'bench', 'results', `${day}-surfaces`);
writeFileSync(`${file}.md`, text);
writeFileSync(`${file}.json`, `${JSON.stringify({ day, rows: ROWS, ...found }, null, 2)}\n`);
console.log(text);
