/** What time brings: a substitute whose days are over, and a limit that runs out. */

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SEA } from '#tests/worlds/tile-file.ts';
import { TOKENS } from '#ui/theme/tokens.ts';
import { findingsOn, movesOn } from './accessible.ts';
import type { Desk } from './desk.ts';
import { type Office, useOffice } from './harness.ts';
import { filed, inHand, untilItClimbs } from './told.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:web.${key}`, values);
const DAY = 24 * 3_600_000;

/** 督办单: as a sheet without the desk around it, and as a document. */
async function printsTheOrder({ page, detail }: Desk): Promise<void> {
  await detail.getByRole('link', { name: web('order.supervision.title') }).click();
  const sheet = page.getByRole('article', { name: web('order.supervision.title') });
  await sheet.getByText('今天下班前修好').waitFor();
  expect((await findingsOn(page)).grave).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: web('order.file') }).click();
  expect((await download).suggestedFilename()).toContain(web('order.supervision.title'));
}

describe('time passes', () => {
  const office = useOffice('server', SEA);

  it('a substitute acts in the place of the dispatcher, and no longer once the days are over', async () => {
    const told = await filed(office().world);
    const standIn = await office().at('second intake');
    await standIn.go();
    expect(await dispatchEntry(standIn).count()).toBe(0);

    await namesSubstitute(office(), {
      post: 'dispatcher',
      person: 'second intake',
      to: '2026-11-04',
    });
    await standIn.go();
    await standIn.opens('dispatch');
    const units = standIn.page.getByRole('group', {
      name: web('dispatch.units', { number: told.number }),
    });
    await units.getByRole('button').first().waitFor();
    await standIn.page.keyboard.press('a');
    await units.waitFor({ state: 'detached' });
    const fitter = await office().at('lamp fitter');
    await fitter.go();
    await fitter.waiting(told.number).waitFor();

    const later = await filed(office().world);
    await office().passes(3 * DAY);
    const again = await office().at('second intake');
    await again.go('/matters');
    await again.finds(later.number);
    expect(await dispatchEntry(again).count()).toBe(0);
    const name = web('action.dispatch.button');
    expect(await again.detail.getByRole('button', { name }).count()).toBe(0);
    const [version, organisationId] = [2, office().world.units.lamps.organisationId];
    const answer = await sendsFrom(again, `/api/matters/${later.matterId}/actions`, {
      version,
      input: { action: 'dispatch', organisationId, note: '' },
    });
    expect(answer.status()).toBe(403);
  });

  it('what nobody answers in time climbs to the head of the street, and stands in that day', async () => {
    const told = await inHand(office().world);
    const before = await office().at('north leader');
    await before.go();
    await before.page.getByRole('heading', { name: web('today.waits') }).waitFor();
    expect(await before.waiting(told.number).count()).toBe(0);

    await office().passes(await untilItClimbs(office().world, told));
    const leader = await office().at('north leader');
    await leader.go();
    await leader.waiting(told.number).getByText(web('task.supervise')).waitFor();
    await countsAreTheirLists(leader);
    await leader.takesFromToday(told.number);
    await leader.detail.getByText(web('mark.escalated', { count: '1' })).waitFor();
    await leader.happened('escalate');
    const form = await leader.chooses('supervise');
    await form.getByRole('textbox').fill('今天下班前修好，并说明为什么晚了。');
    await leader.sendsByKey('supervise');
    await printsTheOrder(leader);

    const fitter = await office().at('lamp fitter');
    await fitter.takesFromToday(told.number);
    await fitter.detail.getByText(web('list.supervised'), { exact: true }).first().waitFor();
    const resident = await office().resident();
    await resident.follows(told);
    const [, ...alsoSaid] = word('matters:portal.matter.late_note').split('。');
    await resident.page.getByText(alsoSaid.join('。')).waitFor();
  });

  it('a map whose session has ended asks to sign in, though its tiles are refused first', async () => {
    const supervisor = await office().at('supervisor');
    await supervisor.go('/map');
    await supervisor.rests();
    const goesOn = await holdsAllButTiles(supervisor);
    await office().passes(3 * DAY);
    const refused = supervisor.page.waitForResponse((answer) => answer.status() === 401);
    await zoomsIn(supervisor);
    expect((await refused).url()).toContain('/tiles/');
    goesOn();
    await supervisor.page.getByRole('heading', { name: word('access:web.signIn.title') }).waitFor();
  });

  it('a map shows how long matters wait and what lies around them, and its address says which', async () => {
    const supervisor = await office().at('supervisor');
    const { page } = supervisor;
    await supervisor.go('/map?open=true');
    await supervisor.rests();
    const tile = page.waitForResponse((answer) => answer.url().includes('/tiles/grids/'));
    await page.getByRole('checkbox', { name: web('map.ground.grids') }).check();
    expect((await tile).status()).toBe(200);
    await page.getByText(web('map.look.heat'), { exact: true }).click();
    await page.getByText(web('map.heatMeans')).waitFor();
    const sorted = page.waitForResponse((answer) => answer.url().includes('by=category'));
    await page.getByText(web('map.look.category'), { exact: true }).click();
    expect((await sorted).status()).toBe(200);
    // What is filed under a street light is told apart as a public utility.
    const only = page
      .getByRole('list', { name: web('map.legend') })
      .getByRole('button', { name: '公用设施' });
    await only.click();
    const listed = page.getByRole('region', { name: web('map.list') }).getByRole('listitem');
    await page.waitForURL(/categoryId=/);
    await expect.poll(() => listed.count()).toBeGreaterThan(0);
    await only.click();
    await page.waitForURL((address) => !address.search.includes('categoryId'));
    await page.getByText(web('map.look.age'), { exact: true }).click();
    await page.getByText(web('map.ageMeans')).waitFor();
    // Another filter keeps the look, and so does the sheet.
    await page.getByText(web('filter.view.late'), { exact: true }).click();
    await page.waitForURL(/(?=.*urgency=late)(?=.*look=age)(?=.*grounds=grids)/);
    expect((await findingsOn(page)).grave).toEqual([]);
    // There is no graphics card here: the map is coarse while it moves, and sharp at rest.
    const sharpness = await sharpnessOf(page);
    expect(await sharpness()).toBe(1);
    await zoomsIn(supervisor);
    await expect.poll(sharpness).toBe(0.5);
    await expect.poll(sharpness).toBe(1);
    await page.getByRole('link', { name: web('map.sheet') }).click();
    await page.getByRole('article').getByText(web('map.means.grids')).waitFor();
    await page.getByRole('article').getByText(web('map.ageMeans')).waitFor();
    await isPrintedWhole(page);
  });

  it('nothing moves for who asked for less motion: not the map, nor any part in any state', async () => {
    const supervisor = await office().at('supervisor');
    for (const screen of ['/map', '/design']) {
      await supervisor.go(screen);
      await supervisor.rests();
      expect([screen, ...(await movesOn(supervisor.page))]).toEqual([screen]);
    }
  });

  it('a map that misses a part says so, and reads it again when asked', async () => {
    const supervisor = await office().at('supervisor');
    await supervisor.go('/map');
    await supervisor.rests();
    await supervisor.page.route(/tiles/, (route) => route.abort());
    await zoomsIn(supervisor);
    const note = supervisor.page.getByText(word('ui:map.partial'));
    await note.waitFor();
    await supervisor.page.unroute(/tiles/);
    await supervisor.page.getByRole('button', { name: word('ui:list.retry') }).click();
    await note.waitFor({ state: 'detached' });
  });
});

/** The sheet is printed once its map is drawn, on the ground of the installation, which is named. */
async function isPrintedWhole(page: Page): Promise<void> {
  await page.getByRole('button', { name: word('ui:print.print'), exact: true }).waitFor();
  expect(await page.getByText(word('ui:print.unfinished')).count()).toBe(0);
  await page.getByRole('article').getByText('Sea Charts © 2026').waitFor();
  expect(await coloursOf(page)).toContain(TOKENS.light.indigoWash);
}

/** All colours of the map of the sheet, as `#rrggbb`. */
function coloursOf(page: Page): Promise<readonly string[]> {
  return page.locator('.sheet canvas').evaluate((drawn: HTMLCanvasElement) => {
    const { width, height } = drawn;
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    pen?.drawImage(drawn, 0, 0);
    const dots = pen?.getImageData(0, 0, width, height).data ?? [];
    const seen = new Set<string>();
    for (let at = 0; at < dots.length; at += 4) {
      const parts = [dots[at], dots[at + 1], dots[at + 2]];
      seen.add(`#${parts.map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`);
    }
    return [...seen];
  });
}

/** Nothing but tiles is answered until the function returned is called. */
async function holdsAllButTiles({ page }: Desk): Promise<() => void> {
  const { promise: goingOn, resolve: goesOn } = Promise.withResolvers<void>();
  await page.route(/\/api\//, async (route) => {
    if (!route.request().url().includes('/tiles/')) await goingOn;
    await route.continue();
  });
  return goesOn;
}

/** Until the map has asked for what it does not have yet. */
/** Points of the map on one of the page, as they were at each change and are now. */
async function sharpnessOf(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(`(() => {
    const canvas = document.querySelector('canvas');
    const now = () => Math.round((10 * canvas.width) / canvas.clientWidth) / 10;
    window.sharpness = [now()];
    new MutationObserver(() => window.sharpness.push(now())).observe(canvas, { attributeFilter: ['width'] });
  })()`);
  return () =>
    page.evaluate('window.sharpness.length > 1 ? window.sharpness.shift() : window.sharpness[0]');
}

async function zoomsIn({ page }: Desk): Promise<void> {
  const asked = page.waitForEvent('request', (request) => request.url().includes('/tiles/'));
  await page.getByRole('button', { name: word('ui:map.zoomIn') }).click();
  await asked;
}

/** Each count of the day opens the list of just what it counts. */
async function countsAreTheirLists(desk: Desk): Promise<void> {
  const names = ['late', 'soon', 'mine', 'supervised', 'shelvedForReview'] as const;
  for (const name of names) {
    await desk.go();
    const count = desk.page.locator('.count-tile').filter({ hasText: web(`today.count.${name}`) });
    const counted = await count.locator('strong').textContent();
    await count.click();
    const said = word('matters:web.list.count', { shown: counted ?? '', count: counted ?? '' });
    await desk.page.getByText(said).waitFor();
  }
}

const dispatchEntry = (desk: Desk) =>
  desk.page
    .getByRole('navigation', { name: word('ui:desk.nav') })
    .getByRole('link', { name: web('nav.dispatch') });

interface Substitution {
  readonly post: string;
  readonly person: string;
  /** The last legal day. */
  readonly to: string;
}

/** There is no screen for it yet: the security administrator's browser asks the server itself. */
async function namesSubstitute(office: Office, { post, person, to }: Substitution): Promise<void> {
  const security = await office.at('security administrator');
  const answer = await sendsFrom(security, '/api/substitutes', {
    postId: office.post(post).postId,
    personId: office.post(person).personId,
    to,
  });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
}

function sendsFrom({ page, origin }: Desk, path: string, data: unknown) {
  return page.request.post(`${origin}${path}`, {
    data,
    headers: { 'idempotency-key': randomUUID(), origin },
  });
}
