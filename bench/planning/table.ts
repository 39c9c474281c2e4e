/**
 * How soon the planning table answers to the hand while plans are drawn, in Chromium:
 * its processor as it is and slowed four times, with the maps and without them.
 *
 *     node bench/planning/table.ts [homes]
 *
 * Chromium draws without a graphics card here, so that a picture of the map costs what
 * no office machine pays; what the page itself works is told apart from the drawing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import { makeAccount, makeSignInLink } from '#features/access/server/public.ts';
import { openChromium } from '#tests/journeys/chromium.ts';
import { word } from '#tests/journeys/words.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { LANE, layGrids } from '#tests/worlds/lopsided-grids.ts';
import { freshGround } from '../database.ts';
import { median, percentile } from '../median.ts';
import { commit, load, machine } from '../results.ts';

const HOMES = Number(process.argv[2] ?? 20_000);
const ROUNDS = 6;
/** Milliseconds between two touches: the table is touched all the time while it draws. */
const PAUSE = 175;

interface Manner {
  readonly name: string;
  /** By how much the page's processor is slowed. */
  readonly slowed: number;
  readonly withMap: boolean;
}

const MANNERS: readonly Manner[] = [
  { name: 'as it is', slowed: 1, withMap: true },
  { name: 'as it is, without maps', slowed: 1, withMap: false },
  { name: 'slowed four times', slowed: 4, withMap: true },
  { name: 'slowed four times, without maps', slowed: 4, withMap: false },
];

/** One touch: milliseconds until it was heard, that the page worked, and until the paint after it. */
interface Touch {
  readonly waited: number;
  readonly worked: number;
  readonly painted: number;
  readonly on: string;
}

interface Measured extends Manner {
  readonly touches: readonly Touch[];
  /** The same touches of a page that holds one field and nothing else. */
  readonly empty: readonly Touch[];
  /** Milliseconds of script in frames longer than 50 ms. */
  readonly frames: readonly {
    readonly took: number;
    readonly script: number;
    readonly by: string;
  }[];
}

/** The longest event of each interaction, and every long frame. */
const WATCH = `
  window.touches = new Map();
  window.frames = [];
  new PerformanceObserver((list) => {
    for (const event of list.getEntries()) {
      if (event.interactionId === 0) continue;
      const known = window.touches.get(event.interactionId);
      if (known !== undefined && known.painted >= event.duration) continue;
      window.touches.set(event.interactionId, {
        waited: event.processingStart - event.startTime,
        worked: event.processingEnd - event.processingStart,
        painted: event.duration,
        on: event.name + ' ' + (event.target?.className ?? '') + ' ' + (event.target?.getAttribute?.('role') ?? event.target?.tagName ?? ''),
      });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const frame of list.getEntries())
      window.frames.push({
        took: frame.duration,
        script: frame.scripts.reduce((sum, one) => sum + one.duration, 0),
        by: frame.scripts.map((one) => Math.round(one.duration) + ' ' + one.invoker + ' ' + one.sourceFunctionName + (one.forcedStyleAndLayoutDuration > 5 ? ' layout ' + Math.round(one.forcedStyleAndLayoutDuration) : '')).join('; ') + ' | render ' + Math.round(frame.startTime + frame.duration - frame.renderStart) + ' style ' + Math.round(frame.startTime + frame.duration - frame.styleAndLayoutStart),
      });
  }).observe({ type: 'long-animation-frame', buffered: true });`;
async function measure(): Promise<readonly Measured[]> {
  const ground = await freshGround('server');
  const world = await foundDistrict(ground.database, new Date().toISOString());
  await layGrids(world.services, world.system);
  const server = await startServer(world.installation, {
    port: 0,
    version: 'bench',
    onFault: (fault, doing) => console.error(doing, fault),
  });
  const enter = await entrance(world, server);
  const found: Measured[] = [];
  for (const manner of MANNERS) {
    const browser = await openChromium(manner.withMap);
    const token = await enter();
    const empty = await touchedEmpty(browser);
    found.push({
      ...manner,
      empty,
      ...(await touched(browser, server.origin, { token, world, manner })),
    });
    await browser.close();
  }
  await server.close();
  await ground.clear();
  return found;
}

/** One-time links of the dispatcher. */
async function entrance({ tenantId, post }: District, { access }: RunningServer) {
  const { personId } = post('dispatcher');
  if (personId === undefined) throw new Error('nobody dispatches');
  const account = { tenantId, personId, madeBy: 'system:bench' };
  const { accountId } = await sure(makeAccount(access, account));
  return async (): Promise<string> =>
    (await makeSignInLink(access, accountId, 'system:bench')).token;
}

/** What the browser itself takes here to show a key. */
async function touchedEmpty(browser: Browser): Promise<readonly Touch[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(WATCH);
  await page.goto('data:text/html,<input>');
  await page.locator('input').click();
  for (let time = 0; time < 40; time += 1) {
    await page.keyboard.press('7');
    await page.waitForTimeout(PAUSE);
  }
  const touches = (await page.evaluate('[...window.touches.values()]')) as Touch[];
  await page.close();
  return touches;
}

interface Visit {
  readonly token: string;
  readonly world: District;
  readonly manner: Manner;
}

const planning = (key: string): string => word(`places:web.planning.${key}`);

async function touched(browser: Browser, origin: string, { token, world, manner }: Visit) {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  await page.goto(`${origin}/desk#token=${token}`);
  await page.getByRole('button', { name: word('access:web.link.enter') }).click();
  await page.getByRole('navigation', { name: word('ui:desk.nav') }).waitFor();
  await page.goto(`${origin}/desk/planning/table?area=${world.areas.lane.areaId}`);
  await page.getByText(planning('drawn')).waitFor();
  const buffer = Buffer.from(homesOf(HOMES));
  const input = page.locator('input[type="file"]');
  await input.setInputFiles({ name: 'homes.csv', mimeType: 'text/csv', buffer });
  await page.getByText(planning('drawing')).first().waitFor();
  await rests(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: manner.slowed });
  await page.evaluate('window.touches.clear(); window.frames.length = 0');
  for (let round = 0; round < ROUNDS; round += 1) await touch(page);
  const touches = (await page.evaluate('[...window.touches.values()]')) as Touch[];
  const frames = (await page.evaluate('window.frames')) as Measured['frames'];
  await context.close();
  return { touches, frames };
}

async function rests(page: Page): Promise<void> {
  await page.getByText(planning('drawn')).waitFor({ timeout: 120_000 });
}

/** Another number of grids, and while it is drawn: both tables, a household looked for and held, a grid named. */
async function touch(page: Page): Promise<void> {
  const pause = (): Promise<void> => page.waitForTimeout(PAUSE);
  const slider = page.getByRole('slider', { name: planning('number') });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  for (const tab of ['homes', 'grids', 'homes'] as const) {
    await page.getByRole('tab', { name: planning(tab) }).click();
    await pause();
  }
  await page.getByRole('textbox', { name: planning('findHome') }).click();
  for (const key of ['7', '7', 'Backspace', 'Backspace']) {
    await page.keyboard.press(key);
    await pause();
  }
  await rests(page);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: planning('grids') }).click();
  await pause();
  await page.locator('table input[type="text"]').first().click();
  for (const key of ['a', 'b', 'c', 'Backspace']) {
    await page.keyboard.press(key);
    await pause();
  }
  await rests(page);
}

/** Homes in clumps within the community, the same each time. */
function homesOf(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const [x, y] = [(at * 0.618_034) % 1, (at * 0.754_877) % 1];
    const lng = LANE.lng + LANE.side * (0.02 + 0.96 * x ** 1.6);
    const lat = LANE.lat + LANE.side * (0.02 + 0.96 * y ** 1.3);
    return `home ${at},${lng.toFixed(6)},${lat.toFixed(6)},${1 + (at % 3)}`;
  });
  return `name,lng,lat,households\n${rows.join('\n')}\n`;
}

const before = load();
const found = await measure();
const spread = (values: readonly number[]): string =>
  values.length === 0
    ? 'none'
    : `${median(values).toFixed(0)} / ${percentile(values, 0.95).toFixed(0)} / ${Math.max(...values).toFixed(0)}`;
const rows = found.map(({ name, touches, frames, empty }) => {
  const cells = (['painted', 'waited', 'worked'] as const).map((what) =>
    spread(touches.map((one) => one[what])),
  );
  return `| ${name} | ${touches.length} | ${cells.join(' | ')} | ${spread(frames.map(({ script }) => script))} | ${spread(empty.map(({ painted }) => painted))} |`;
});
const date = new Date().toISOString();
const text = `# The planning table with ${HOMES.toLocaleString('en')} homes, touched while plans are drawn

- Date: ${date}; commit ${commit()}; Node ${process.version}
- Machine: ${machine()}; load before and after: ${before}, ${load()}
- Chromium draws without a graphics card; server, database, worker and browser share the cores.
- In each cell: median / 95th percentile / longest, milliseconds. Chromium tells paints in steps of 8 ms, and none below 16.
- Waited: until the page heard it, whatever it did before. Worked: the page’s own script for it. Floor: 50 ms at the 95th.

| processor | touches | to the next paint | waited | worked | script in frames above 50 ms | an empty page, to the next paint |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
const folder = join(import.meta.dirname, '../results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${date.slice(0, 10)}-planning-table`);
writeFileSync(`${file}.md`, text);
writeFileSync(`${file}.json`, `${JSON.stringify({ date, homes: HOMES, found }, null, 2)}\n`);
console.log(text);
