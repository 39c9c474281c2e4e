/** Visits to the surfaces in a browser as slow as old phones and office machines are. */
import type { Browser, BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { word } from '#tests/journeys/words.ts';

const SLOWED = 4;
/** Slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_600 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
/** Milliseconds without a long task after which a page is taken to answer. */
const QUIET = 1_000;
const SETTLES = 700;

async function slowed(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  return devtools;
}

/** Milliseconds from the call of the address to the end of loading and of the last long task. */
export async function portalOpens(
  browser: Browser,
  address: string,
  times: number,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      isMobile: true,
      hasTouch: true,
    });
    await context.addInitScript(WATCH_TASKS);
    const page = await context.newPage();
    const devtools = await slowed(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.goto(`${address}/report`, { waitUntil: 'load' });
    await page.waitForTimeout(QUIET);
    taken.push(Number(await page.evaluate(ANSWERS_SINCE)));
    await context.close();
  }
  return taken;
}

const WATCH_TASKS = `
  window.lastTask = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.lastTask = task.startTime + task.duration;
  }).observe({ type: 'longtask', buffered: true });`;
const ANSWERS_SINCE = `Math.max(
  performance.getEntriesByType('navigation')[0].loadEventEnd,
  window.lastTask,
)`;

/** Milliseconds until the first screen is filled: in a browser that never saw it, and again. */
export async function deskOpens(
  browser: Browser,
  origin: string,
  enter: () => Promise<string>,
  times: number,
): Promise<{ readonly cold: readonly number[]; readonly warm: readonly number[] }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const signed = await signedIn(browser, origin, await enter());
    const cookies = await signed.context().cookies();
    await signed.context().close();
    const context = await deskContext(browser);
    await context.addInitScript(WATCH_FIRST);
    await context.addCookies(cookies);
    const page = await context.newPage();
    await slowed(page);
    cold.push(await filled(page, origin));
    await page.goto('about:blank');
    warm.push(await filled(page, origin));
    await context.close();
  }
  return { cold, warm };
}

async function filled(page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}/desk`, { waitUntil: 'commit' });
  for (let looks = 0; looks < 120; looks += 1) {
    await page.waitForTimeout(250);
    const first: unknown = await page.evaluate('window.first ?? null');
    if (typeof first === 'number') return first;
  }
  throw new Error('nothing that waits came into the page');
}

/**
 * The frame after the first matter that waits came into the page, told by the page itself:
 * to look for it from outside takes the processor from what is measured.
 */
const WATCH_FIRST = `
  const name = ${JSON.stringify(word('matters:web.today.waits'))};
  const watch = new MutationObserver(() => {
    if (document.querySelector('section[aria-label="' + name + '"] a') === null) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.first = performance.now(); }));
  });
  watch.observe(document, { childList: true, subtree: true });`;

function deskContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
}

async function signedIn(browser: Browser, origin: string, token: string): Promise<Page> {
  const context = await deskContext(browser);
  await context.addInitScript(WATCH_PAINTS);
  const page = await context.newPage();
  await page.goto(`${origin}/desk#token=${token}`);
  await page.getByRole('button', { name: word('access:web.link.enter') }).click();
  await page.getByRole('navigation', { name: word('ui:desk.nav') }).waitFor();
  return page;
}

/** From an input to the paint after it, milliseconds. */
export interface Paint {
  readonly what: string;
  /** Until the new frame was on the screen. */
  readonly whole: number;
  /**
   * Until the page had done its part: what ran before the input, its handlers, layout and the
   * orders to paint. The rest is drawing, here by the processor in place of a graphics card.
   */
  readonly page: number;
}

/** The longest event of each interaction, and the frames that kept the page busy for 50 ms or more. */
const WATCH_PAINTS = `
  window.paints = new Map();
  window.frames = [];
  new PerformanceObserver((list) => {
    for (const event of list.getEntries()) {
      const { interactionId, startTime, duration, processingEnd } = event;
      if (interactionId === 0) continue;
      const known =
        window.paints.get(interactionId) ?? { what: window.doing, whole: 0, from: startTime, to: 0 };
      window.paints.set(interactionId, {
        what: known.what,
        whole: Math.max(known.whole, duration),
        from: Math.min(known.from, startTime),
        to: Math.max(known.to, processingEnd),
      });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => window.frames.push(...list.getEntries()))
    .observe({ type: 'long-animation-frame', buffered: true });`;
const PAINTS = `[...window.paints.values()].map(({ what, whole, from, to }) => {
  const frame = window.frames.find(
    ({ startTime, duration }) => startTime <= to && startTime + duration >= to,
  );
  const painted = frame === undefined ? 0 : frame.startTime + frame.duration;
  return { what, whole, page: Math.round(Math.max(to, painted) - from) };
})`;

/** Walks down, chooses, opens, filters and groups what is open. */
export async function onList(
  browser: Browser,
  origin: string,
  token: string,
): Promise<readonly Paint[]> {
  const page = await signedIn(browser, origin, token);
  await page.goto(`${origin}/desk/matters?open=true`);
  await page.getByRole('row').nth(5).waitFor();
  await slowed(page);
  const press = async (key: string, times: number): Promise<void> => {
    await page.evaluate(`window.doing = '${key}'`);
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(SETTLES / 7);
    }
  };
  await press('j', 40);
  await press('x', 4);
  await press('Enter', 1);
  await page.waitForTimeout(SETTLES);
  await press('j', 10);
  await clickOn('close', page.getByRole('link', { name: word('matters:web.detail.close') }));
  for (let row = 3; row < 8; row += 1) {
    await clickOn('choose', page.getByRole('row').nth(row).getByRole('checkbox'));
    await page.waitForTimeout(SETTLES / 3);
  }
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 2_000);
  await page.waitForTimeout(SETTLES);
  for (const column of ['handler', 'handler', 'due', 'due']) {
    const name = word(`matters:web.column.${column}`);
    await clickOn(column, page.getByRole('columnheader', { name }).getByRole('button'));
    await page.waitForTimeout(SETTLES * 2);
  }
  return paintsOf(page);
}

/**
 * Nearer, further, along, and another filter.
 * @param draws false: what the page orders to draw is not drawn, as if a graphics card did it for nothing
 */
export async function onMap(
  browser: Browser,
  origin: string,
  token: string,
  draws: boolean,
): Promise<readonly Paint[]> {
  const page = await signedIn(browser, origin, token);
  if (!draws) await page.context().addInitScript(DRAWS_NOTHING);
  const opens = async (): Promise<Locator> => {
    await page.goto(`${origin}/desk/map?open=`);
    const canvas = page.locator('canvas');
    await canvas.waitFor();
    await page.waitForTimeout(SETTLES * 6);
    return canvas;
  };
  const canvas = await opens();
  await slowed(page);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the map has no place');
  for (const key of ['+', '+', 'ArrowRight', 'ArrowDown', '+', 'ArrowLeft', '-', '-']) {
    await canvas.focus();
    await page.evaluate(`window.doing = '${key}'`);
    await page.keyboard.press(key);
    await page.waitForTimeout(SETTLES * 2);
  }
  for (let time = 0; time < 6; time += 1) {
    await page.evaluate(`window.doing = 'point'`);
    await page.mouse.click(box.x + 260 + 40 * time, box.y + 300);
    await page.waitForTimeout(SETTLES * 2);
  }
  const moved = await paintsOn(page);
  // Where a point was a matter, it is open now.
  await opens();
  for (const key of ['late', 'soon', 'all']) {
    const name = word(`matters:web.filter.view.${key}`);
    await clickOn(key, page.locator('.filter-views').getByText(name, { exact: true }));
    await page.waitForTimeout(SETTLES * 3);
  }
  return [...moved, ...(await paintsOf(page))];
}

const DRAWS_NOTHING = `
  for (const order of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'clear']) {
    WebGL2RenderingContext.prototype[order] = () => {};
  }`;

/**
 * Where the mouse would: what is looked for and checked from outside has its processor
 * before, and no part of the press.
 */
async function clickOn(doing: string, what: Locator): Promise<void> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('there is nothing to click on');
  const { x, y, width, height } = box;
  const page = what.page();
  await page.evaluate(`window.doing = '${doing}'`);
  await page.waitForTimeout(SETTLES / 3);
  await page.mouse.click(x + width / 2, y + height / 2);
}

async function paintsOf(page: Page): Promise<readonly Paint[]> {
  const paints = await paintsOn(page);
  await page.context().close();
  return paints;
}

/** Since the page was opened. */
async function paintsOn(page: Page): Promise<readonly Paint[]> {
  return (await page.evaluate(PAINTS)) as Paint[];
}
