/** Grids by hand on the map and without it, a plan of them, and the buildings of an estate by keys. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { START_LIMIT } from '#tests/engines/engines.ts';
import { buildEstate, ESTATE_NAME } from '#tests/worlds/estate.ts';
import { layGrids } from '#tests/worlds/lopsided-grids.ts';
import { findingsOn } from './accessible.ts';
import { choosesFrom } from './desk.ts';
import { useOffice } from './harness.ts';
import { PATIENCE } from './person.ts';
import { word } from './words.ts';

const hand = (key: string, values?: Record<string, string>) =>
  word(`places:web.hand.${key}`, values);
const planning = (key: string) => word(`places:web.planning.${key}`);

/** Where photographs are wished for: a folder to look at them. */
const PHOTOGRAPHS = process.env['LIANXIN_PHOTOGRAPHS'];

async function photograph(page: Page, name: string): Promise<void> {
  if (PHOTOGRAPHS === undefined) return;
  mkdirSync(PHOTOGRAPHS, { recursive: true });
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(1500);
    const height = await page.getByRole('main').evaluate((element) => element.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(Math.max(900, height + 80), 2600) });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(PHOTOGRAPHS, `${name}-${width}.png`) });
  }
  await page.setViewportSize(before);
  await page.waitForTimeout(700);
}

/** Pixels of a place on a map that shows the lane, a square of 0.05 degrees, with 24 pixels around it. */
async function spotter(page: Page): Promise<(lng: number, lat: number) => [number, number]> {
  const map = page.getByRole('region', { name: planning('map') }).last();
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (box === null) throw new Error('The map is not there');
  const north = (lat: number): number =>
    (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
  const [middle, tall] = [(north(34.8) + north(34.85)) / 2, north(34.85) - north(34.8)];
  const scale = Math.min((box.height - 48) / tall, (box.width - 48) / 0.05);
  return (lng, lat) => [
    box.x + box.width / 2 + (lng - 113.525) * scale,
    box.y + box.height / 2 - (north(lat) - middle) * scale,
  ];
}

async function loads(page: Page): Promise<readonly string[]> {
  const rows = page.getByRole('table').first().getByRole('row');
  const texts = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => row.querySelectorAll('td')[1]?.textContent ?? ''),
  );
  return texts;
}

describe('the ground of an area', () => {
  const office = useOffice('server');
  beforeAll(async () => {
    await layGrids(office().world.services, office().world.system);
  }, START_LIMIT);

  it('is drawn by hand: a shared border moved, a grid split and merged, homes given by name, proposed and compared', async () => {
    const planner = await office().at('north intake');
    const { page } = planner;
    await planner.go('/redraw');
    await choosesFrom(page.getByRole('main'), planning('area'), 'lane');
    await page.getByText(hand('hint.choose')).waitFor();
    await expect.poll(() => loads(page), { timeout: PATIENCE }).toEqual(['1600', '400']);
    await planner.rests();
    await page.waitForTimeout(500);
    const at = await spotter(page);

    // The border between the two is taken in its middle: both grids follow.
    await page.mouse.click(...at(113.5212, 34.8212));
    await page.getByText(hand('hint.move')).waitFor();
    await photograph(page, 'chosen');
    const held = await spotter(page);
    await page.mouse.move(...held(113.54, 34.825));
    await page.mouse.down();
    await page.mouse.move(...held(113.535, 34.825), { steps: 3 });
    await page.mouse.move(...held(113.519, 34.825), { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await loads(page))[0], { timeout: PATIENCE }).not.toBe('1600');
    const [west, east] = await loads(page);
    expect(Number(west) + Number(east)).toBe(2000);
    // No further than the border of the area.
    const bent = await spotter(page);
    await page.mouse.move(...bent(113.519, 34.825));
    await page.mouse.down();
    await page.mouse.move(...bent(113.512, 34.825), { steps: 2 });
    await page.waitForTimeout(200);
    await page.mouse.move(...bent(113.45, 34.825), { steps: 8 });
    await page.getByRole('alert').getByText(word('kernel:refusal.redraw.crosses')).waitFor();
    await page.mouse.up();
    await page.getByRole('button', { name: hand('undo') }).click();
    await page.getByRole('button', { name: hand('undo') }).click();
    await expect.poll(() => loads(page), { timeout: PATIENCE }).toEqual(['1600', '400']);

    // Split by a line across.
    await page.getByRole('button', { name: hand('cut') }).click();
    await page.getByText(hand('hint.cut')).waitFor();
    await page.waitForTimeout(800);
    const line = await spotter(page);
    await page.mouse.click(...line(113.495, 34.83));
    await page.waitForTimeout(350);
    await page.mouse.click(...line(113.545, 34.83));
    await page.waitForTimeout(350);
    await page.mouse.click(...line(113.545, 34.83));
    await expect.poll(() => loads(page), { timeout: PATIENCE }).toEqual(['960', '400', '640']);
    await photograph(page, 'split');
    // Going elsewhere by mistake: it is asked first, and nothing is lost.
    const menu = page.getByRole('navigation', { name: word('ui:desk.nav') });
    const elsewhere = menu.getByRole('link', { name: word('matters:web.nav.matters') });
    const question = page.getByRole('dialog', { name: word('ui:leaving.title') });
    await elsewhere.click();
    await question.getByText(hand('leave', { count: '1' })).waitFor();
    expect((await findingsOn(page)).grave).toEqual([]);
    await photograph(page, 'leaving');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await loads(page)).toEqual(['960', '400', '640']);
    // Read anew by mistake: here the browser asks.
    const asked = page.waitForEvent('dialog');
    const again = page.evaluate('window.location.reload()');
    const browserAsks = await asked;
    expect(browserAsks.type()).toBe('beforeunload');
    await browserAsks.dismiss();
    await again;
    expect(await loads(page)).toEqual(['960', '400', '640']);

    // The eastern one takes the new one in, without the map.
    const side = page.getByRole('region', { name: hand('chosen') });
    await choosesFrom(side, hand('grid'), '第二网格');
    await choosesFrom(
      side,
      hand('mergeWith'),
      hand('neighbour', {
        name: word('places:web.planning.newGrid', { number: '1' }),
        count: '640',
      }),
    );
    await side.getByRole('button', { name: hand('merge') }).click();
    await expect.poll(() => loads(page), { timeout: PATIENCE }).toEqual(['960', '1040']);

    // Two homes are given by name.
    await page.getByRole('tab', { name: planning('homes') }).click();
    const list = page.getByRole('region', { name: planning('homes') });
    for (const name of ['杨柳巷9号院', '杨柳巷10号院']) {
      await list.getByRole('textbox', { name: planning('findHome') }).fill(name);
      await list.getByRole('checkbox', { name: new RegExp(`^${name}`) }).focus();
      await page.keyboard.press('Space');
    }
    await choosesFrom(list, hand('giveTo'), '第一网格');
    await list.getByRole('button', { name: hand('give', { count: '2' }) }).click();
    await page.getByRole('tab', { name: planning('grids') }).click();
    await expect.poll(() => loads(page), { timeout: PATIENCE }).toEqual(['1000', '1000']);
    expect((await findingsOn(page)).grave).toEqual([]);

    const form = page.getByRole('form', { name: planning('propose') });
    await form.getByRole('textbox', { name: planning('reason') }).fill('两格户数要匀开。');
    await form.getByRole('button', { name: planning('submit') }).click();
    await page.getByText(planning('state.proposed'), { exact: true }).first().waitFor();
    await page.getByText(planning('view.changes'), { exact: true }).click();
    await page
      .getByRole('region', { name: planning('view.changes') })
      .first()
      .waitFor();
    await expect.poll(() => loads(page), { timeout: PATIENCE }).toEqual(['1000', '1000']);
    await photograph(page, 'changes');
    expect((await findingsOn(page)).grave).toEqual([]);

    // What was proposed is kept and left without a question; what was begun anew is given up by a word.
    await planner.go('/redraw');
    await choosesFrom(page.getByRole('main'), planning('area'), 'lane');
    await choosesFrom(side, hand('grid'), '第二网格');
    await choosesFrom(side, hand('mergeWith'), '第一网格');
    await side.getByRole('button', { name: hand('merge') }).click();
    await page.getByRole('button', { name: hand('undo'), disabled: false }).waitFor();
    await elsewhere.click();
    await question.getByRole('button', { name: word('ui:leaving.leave') }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/matters'));
  });

  it('has its buildings in a tree by keys, with a room added and a building as a wall chart', async () => {
    await buildEstate(office().world.services, office().world.system, 'T-lane');
    const keeper = await office().at('north intake');
    const { page } = keeper;
    await keeper.go('/premises');
    await choosesFrom(page.getByRole('main'), word('places:web.grids.area'), 'lane');
    // An address leads to its line, from there a digit to the next house.
    await finds(page, '2号楼', `${ESTATE_NAME} 2号楼`);
    const tree = page.getByRole('tree');
    await tree.getByRole('treeitem', { name: /^2号楼/ }).waitFor();
    await current(page, '2号楼');
    await tree.focus();
    await page.keyboard.press('1');
    await current(page, '1号楼');
    await page.keyboard.press('Enter');
    const house = page.getByRole('complementary', { name: '1号楼' });
    await house.getByRole('button', { name: '301' }).first().waitFor();
    expect(await house.getByRole('row').count()).toBe(4);
    expect((await findingsOn(page)).grave).toEqual([]);
    await photograph(page, 'chart');

    await tree.focus();
    await page.keyboard.press('ArrowRight');
    await tree.getByRole('treeitem', { name: /^1单元/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await current(page, '1单元');
    await page.keyboard.press('Enter');
    const entrance = page.getByRole('complementary', { name: '1单元' });
    await entrance.getByRole('button', { name: premises('add.room'), exact: true }).press('Enter');
    await page.keyboard.type('401');
    await page.keyboard.press('Enter');
    await tree.getByRole('treeitem', { name: /^401/ }).waitFor();
    await entrance.getByText('7', { exact: true }).waitFor();
    // Back to the building: the new room is on the fourth floor.
    await tree.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await house.getByRole('row', { name: /^4/ }).getByRole('button', { name: '401' }).waitFor();

    // A leader reads without buttons.
    const leader = await office().at('north leader');
    await leader.go('/premises');
    await finds(leader.page, '2号楼2单元302', `${ESTATE_NAME} 2号楼 2单元 302`);
    const room = leader.page.getByRole('complementary', { name: '302' });
    await room.getByText(`${ESTATE_NAME} · 2号楼 · 2单元 · ${premises('kinds.room')}`).waitFor();
    expect(await leader.page.getByRole('toolbar', { name: premises('actions') }).count()).toBe(0);
    await photograph(leader.page, 'room');
  });
});

const premises = (key: string) => word(`places:web.premises.${key}`);

/** An address, as it is said, to its line. */
async function finds(page: Page, words: string, address: string): Promise<void> {
  const box = page.getByRole('combobox', { name: premises('find') });
  await box.fill(words);
  await page.locator('.ant-select-item-option', { hasText: address }).first().waitFor();
  await box.press('Enter');
}

/** The line of the tree that the keyboard is on. */
async function current(page: Page, name: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.getByRole('tree').evaluate((tree) => {
          const id = tree.getAttribute('aria-activedescendant') ?? '';
          return tree.querySelector(`[id="${id}"] .premises-name`)?.textContent;
        }),
      { timeout: PATIENCE },
    )
    .toBe(name);
}
