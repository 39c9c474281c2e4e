/** The planning table: from lopsided grids through the residents' words to grids that hold, by four people. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { foundUnit } from '#demo/founding.ts';
import { sitesImporter } from '#features/places/server/public.ts';
import { START_LIMIT } from '#tests/engines/engines.ts';
import type { District } from '#tests/worlds/district.ts';
import { COURTYARDS, layGrids } from '#tests/worlds/lopsided-grids.ts';
import { findingsOn } from './accessible.ts';
import { choosesFrom, type Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { PATIENCE } from './person.ts';
import { word } from './words.ts';

const web = (key: string, values?: Record<string, string>) =>
  word(`places:web.planning.${key}`, values);
const portal = (key: string) => word(`places:portal.${key}`);

const DAY = 86_400_000;
/** Where photographs are wished for: a folder to look at them. */
const PHOTOGRAPHS = process.env['LIANXIN_PHOTOGRAPHS'];

/** In both languages, wide and narrow; the desk scrolls inside its frame, so the window grows with it. */
async function photograph(page: Page, name: string, tab?: number): Promise<void> {
  if (PHOTOGRAPHS === undefined) return;
  mkdirSync(PHOTOGRAPHS, { recursive: true });
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const language of ['en', 'zh'] as const) {
    await page.context().addCookies([{ name: 'lang', value: language, url: page.url() }]);
    await page.reload();
    if (tab !== undefined) await page.getByRole('tab').nth(tab).click();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(2500);
      const height = await page.getByRole('main').evaluate((element) => element.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(Math.max(900, height + 80), 3000) });
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(PHOTOGRAPHS, `${name}-${language}-${width}.png`) });
    }
  }
  await page.setViewportSize(before);
}

/** Households of each grid of the plan, as the table says. */
async function loadsOn({ page }: Desk): Promise<readonly number[]> {
  const rows = page.getByRole('table').first().getByRole('row');
  const texts = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => row.querySelectorAll('td')[1]?.textContent ?? ''),
  );
  return texts.map(Number);
}

describe('the planning table', () => {
  const office = useOffice('server');
  let plan: string;
  beforeAll(async () => {
    await layGrids(office().world.services, office().world.system);
  }, START_LIMIT);

  it('draws even grids while one looks, holds what is pinned, and answers all the time', async () => {
    const planner = await office().at('north intake');
    const { page } = planner;
    await planner.go('/planning');
    await page.getByRole('link', { name: web('begin') }).click();
    await choosesFrom(page.getByRole('main'), web('area'), 'lane');
    const drawn = page.getByText(web('drawn'));
    await drawn.waitFor();
    expect((await loadsOn(planner)).every((load) => load >= 950 && load <= 1050)).toBe(true);
    // Three grids instead of two, by the keyboard.
    const number = page.getByRole('slider', { name: web('number') });
    await number.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(web('standing.begins')).first().waitFor();
    await drawn.waitFor();
    expect((await loadsOn(planner)).length).toBe(3);
    // What moves is listed, and what is held stays where it is.
    await page.getByRole('tab', { name: web('homes') }).click();
    const first = page.getByRole('row').filter({ hasText: '号院' }).first();
    const name = (await first.getByRole('rowheader').textContent()) ?? '';
    const hold = page.getByRole('checkbox', { name: web('holdHome', { name }) });
    await hold.focus();
    await page.keyboard.press('Space');
    const row = page.getByRole('row').filter({ has: hold });
    await expect
      .poll(
        async () => {
          const [, from, to] = await row.getByRole('cell').allTextContents();
          return from === to;
        },
        { timeout: PATIENCE },
      )
      .toBe(true);
    await drawn.waitFor();
    // The list is one stop: its keys go to its ends, whatever of it is drawn.
    const homes = page.getByRole('table', { name: web('homes') });
    const last = Number(await homes.getAttribute('aria-rowcount')) - 1;
    await hold.focus();
    await page.keyboard.press('End');
    const held = homes.locator('tr:has(:focus)');
    await expect.poll(() => held.getAttribute('aria-rowindex')).toBe(`${last + 1}`);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => held.getAttribute('aria-rowindex')).toBe('3');
    await page.getByText(web('view.both'), { exact: true }).click();
    await page
      .getByRole('region', { name: web('view.today') })
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: web('view.plan') })
      .first()
      .waitFor();
    expect((await findingsOn(page)).grave).toEqual([]);
    await photograph(page, 'table');
  });

  it('takes a file that is dropped, and says what is wrong with it', async () => {
    const { page } = await office().at('north intake');
    const file = page.locator('input[type="file"]');
    const rows = COURTYARDS.map(({ name, lng, lat }) => `${name},${lng},${lat},30`);
    const send = (text: string) =>
      file.setInputFiles({ name: 'homes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await send('门牌,经度,纬度,户数\nx,34.8,113.5,1\n');
    await page.getByRole('alert').waitFor();
    await send(`门牌,经度,纬度,户数\n${rows.join('\n')}\n`);
    await page.getByText(web('fromFile', { count: '100' })).waitFor();
    await page.getByText(web('drawn')).waitFor();
    await page.getByRole('tab', { name: web('grids') }).click();
    await expect
      .poll(
        async () => (await loadsOn(await office().at('north intake'))).reduce((a, b) => a + b),
        { timeout: PATIENCE },
      )
      .toBe(3000);
    await page.getByRole('button', { name: web('forget') }).click();
    await page.getByText(web('fromHouse', { count: '100' })).waitFor();
    await page.getByText(web('drawn')).waitFor();
  });

  it('proposes, and puts the plan before the residents for a week', async () => {
    const { page } = await office().at('north intake');
    const form = page.getByRole('form', { name: web('propose') });
    await form
      .getByRole('textbox', { name: web('reason') })
      .fill('第一网格 1600 户，一名网格员跑不过来。');
    await form.getByRole('button', { name: web('submit') }).click();
    await page.getByText(web('state.proposed'), { exact: true }).first().waitFor();
    plan = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const consult = page.getByRole('form', { name: web('consult.title') });
    await consult
      .getByRole('textbox', { name: web('consult.notice') })
      .fill('部分楼院换网格，办事窗口不变。有意见请在 11 月 8 日前提出。');
    await consult.getByRole('button', { name: web('consult.submit') }).click();
    await page.getByText(web('state.consulted'), { exact: true }).first().waitFor();
    const worker = await office().at('grid worker');
    // Told where the day begins; once it is read, it lies with the plans.
    await worker.go('/');
    const told = worker.page.getByRole('region', { name: web('notices') });
    await told.getByRole('button', { name: web('told.read') }).click();
    await told.waitFor({ state: 'detached' });
    await worker.go('/planning');
    await told.getByText(web('told.wasRead')).waitFor();
  });

  it('hears a resident without script, who gets a receipt and later the reply', async () => {
    const resident = await office().resident({ script: false });
    const { page } = resident;
    await resident.go();
    await page.getByRole('link', { name: /^征求您的意见/ }).click();
    await page.getByRole('heading', { name: portal('moves') }).waitFor();
    expect(await page.getByRole('img', { name: portal('map_today') }).count()).toBe(1);
    await page.getByLabel(portal('text'), { exact: true }).fill('请不要把杨柳巷1号院和2号院分开。');
    await page.getByLabel(portal('open')).check();
    await page.getByRole('button', { name: portal('send') }).click();
    await page.getByRole('heading', { name: portal('sent') }).waitFor();
    const [number = '', key = ''] = await page.getByRole('definition').allTextContents();

    const planner = await office().at('north intake');
    await planner.go(`/planning/${plan}`);
    const form = planner.page.getByRole('form', { name: web('opinion.form', { number }) });
    await form.getByRole('textbox').fill('两个院都留在第一网格。');
    await form.getByRole('button', { name: web('opinion.submit') }).click();
    await planner.page.getByText(web('opinion.replied')).waitFor();
    // To argue with it: on the table again, with its households, wishes and result.
    const had = await loadsOn(planner);
    await planner.page.getByRole('link', { name: web('reopen') }).click();
    await planner.page.getByText(web('fromPlan', { count: '100' })).waitFor();
    await planner.page.getByText(web('drawn')).waitFor();
    expect(await loadsOn(planner)).toEqual(had);
    await photograph(planner.page, 'reopened');

    await resident.go('grid-plans');
    await page.getByLabel(portal('number'), { exact: true }).fill(number);
    await page.getByLabel(portal('key'), { exact: true }).fill(key);
    await page.getByRole('button', { name: portal('look_send') }).click();
    await page.getByText('两个院都留在第一网格。').waitFor();
    const another = await office().resident();
    await another.go(`grid-plans/${plan}`);
    await another.page.getByText('两个院都留在第一网格。').waitFor();
    expect((await findingsOn(another.page)).grave).toEqual([]);
    await photograph(another.page, 'portal');
  });

  it('holds from the day that a leader decides, who did not propose it', async () => {
    const early = await office().at('north leader');
    await early.go(`/planning/${plan}`);
    await early.page.getByText(/期满后可以批准/).waitFor();
    await office().passes(8 * DAY);
    const leader = await office().at('north leader');
    const { page } = leader;
    await leader.go(`/planning/${plan}`);
    const form = page.getByRole('form', { name: web('inForce.title') });
    await form.waitFor();
    expect((await findingsOn(page)).grave).toEqual([]);
    await photograph(page, 'decide');
    await form.getByRole('button', { name: web('inForce.submit') }).click();
    await page.getByText(web('state.in_force')).first().waitFor();
    const { world, server } = office();
    const at = async (day: string) => {
      const asked = `lng=113.51&lat=34.81&day=${day}`;
      const answer = await fetch(`${server.origin}/api/t/${world.slug}/places/at?${asked}`);
      return ((await answer.json()) as { grid: { name: string } | null }).grid?.name;
    };
    expect(await at('2026-11-10')).toBe('第一网格');
    const worker = await office().at('grid worker');
    await worker.go('/planning');
    await worker.page
      .getByText(/2026-11-11 起生效/)
      .first()
      .waitFor();
    await photograph(worker.page, 'list');
  });
  it('shares 78 courtyards among 22 officers, provably best, holds one, and makes it so', async () => {
    const { world } = office();
    const { organisationId } = await foundOfficers(world);
    const desk = await office().at('system administrator');
    const { page } = desk;
    await desk.go(`/assignments?unit=${organisationId}`);
    await page.getByText(shares('proven')).waitFor();
    const outcome = page.getByRole('region', { name: shares('outcome') });
    await outcome.getByText(/78 处中的 78 处安排给 22 个岗位，每个岗位 3 至 4 处/).waitFor();
    // By keys alone: to a courtyard another officer has, and it is pinned.
    const matrix = page.getByRole('table', { name: shares('matrix') });
    const cells = matrix.getByRole('button');
    await cells.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const pinned = matrix.getByRole('button', { pressed: true });
    await pinned.waitFor();
    await page.getByText(shares('ready')).waitFor();
    // By mouse: its mark is dragged to another row.
    const rows = matrix.getByRole('row');
    const name = (await rows.nth(6).getByRole('rowheader').textContent())?.split(' ')[0] ?? '';
    await pinned.dragTo(rows.nth(6).getByRole('rowheader'));
    await page.getByRole('button', { name: new RegExp(`固定给${name}`), pressed: true }).waitFor();
    await page.getByText(shares('ready')).waitFor();
    // On the map: people begin at a courtyard; the one there is dragged to somebody else.
    await page.getByRole('tab', { name: shares('map'), exact: true }).click();
    const people = page.locator('.assignment-person');
    await people.nth(21).waitFor();
    await page.locator('.assignment-map').scrollIntoViewIfNeeded();
    const [from, to] = [await spotUnder(people.nth(2)), await spotUnder(people.nth(9))];
    const canvas = page.locator('.assignment-map canvas');
    await expect
      .poll(
        async () => {
          await page.mouse.move(from[0] + 40, from[1]);
          await page.mouse.move(...from, { steps: 3 });
          return canvas.evaluate((element) => element.style.cursor);
        },
        { timeout: PATIENCE },
      )
      .toBe('grab');
    const other = (await people.nth(9).textContent())?.split(' ')[0] ?? '';
    await page.mouse.down();
    await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('tab', { name: shares('matrix'), exact: true }).click();
    await matrix
      .getByRole('button', { name: new RegExp(`固定给${other}，`), pressed: true })
      .waitFor();
    await page.getByText(shares('ready')).waitFor();
    await page.getByRole('tab', { name: shares('places') }).click();
    const first = page.getByRole('row').filter({ hasText: '1号楼院' }).first();
    await first.getByText(name).first().waitFor();
    expect((await findingsOn(page)).grave).toEqual([]);
    await page.getByRole('button', { name: shares('save') }).click();
    await page.getByText(/2026-11-\d\d 起：78 处/).waitFor();
    // What is there now stays, where a change has its price.
    await page.getByRole('slider', { name: shares('wish.change') }).focus();
    await page.keyboard.press('End');
    await page.getByText(shares('changed', { count: '0' })).waitFor();
    await photograph(page, 'shares');
    await photograph(page, 'share-map', 1);
  });
});

const shares = (key: string, values?: Record<string, string>) =>
  word(`organisations:web.assignment.${key}`, values);

/** Pixels from a name to the spot it stands above. */
const UNDER = 9;

async function spotUnder(element: Locator): Promise<[number, number]> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return [box.x + box.width / 2, box.y + box.height + UNDER];
}

/** A unit of the south with 22 posts that are held, and 78 courtyards there. */
async function foundOfficers({ services, system, areas }: District) {
  await sitesImporter.write(
    services,
    system,
    Array.from({ length: 78 }, (_, at) => ({
      number: at + 1,
      digest: `yard-${at}`,
      values: {
        key: `yard-${String(at + 1).padStart(2, '0')}`,
        name: `${at + 1}号楼院`,
        households: 40 + (at % 7) * 10,
        kind: 'courtyard',
        code: null,
        areaCode: 'T-south',
        propertyCompany: null,
        from: '2026-01-01',
        place: {
          lng: 113.505 + (at % 13) * 0.007,
          lat: 34.705 + Math.floor(at / 13) * 0.015,
          exactness: 'exact' as const,
        },
        shape: null,
      },
    })),
    { dryRun: false, accepted: new Set() },
  );
  return foundUnit(
    services,
    system,
    {
      name: '楼院包联工作队',
      kind: 'section',
      area: areas.south,
      posts: Array.from({ length: 22 }, (_, at) => ({
        title: `第${String(at + 1).padStart(2, '0')}包联岗`,
        roles: ['handler' as const],
        rank: 1,
        holder: `包联干部${at + 1}`,
      })),
    },
    '2026-01-01',
  );
}
