/** The list as somebody wants it: grouped, sorted, with their columns, taken along as it stands, and worked on as a whole. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import { choosesFrom, type Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { dispatchedTo, dispatches, filed, inHand, type Told } from './told.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:web.${key}`, values);

const head = (desk: Desk, column: string) =>
  desk.page.getByRole('columnheader', { name: web(`column.${column}`) });
const heading = (desk: Desk, name: string) => desk.page.getByRole('button', { name });

describe('the shape of the list', () => {
  const office = useOffice('server');

  it('is grouped by pressing the head of a column, and a group opens and closes by key', async () => {
    const lamps = await dispatchedTo(office().world, 'lamps', { description: '灯杆歪了。' });
    const roads = await dispatchedTo(office().world, 'roads', { description: '路面开裂。' });
    const leader = await office().at('supervisor');
    await leader.go('/matters?open=true');
    await head(leader, 'handler').getByRole('button').click();
    await leader.page.waitForURL((url) => url.searchParams.get('group') === 'handler');
    const group = heading(leader, '市政设施养护所');
    await group.waitFor();
    await leader.row(lamps.number).waitFor();
    await leader.row(roads.number).waitFor();
    // The keys walk over headings and rows alike.
    await leader.page.keyboard.press('j');
    await leader.page.keyboard.press('Enter');
    expect(await leader.page.getByRole('button', { expanded: false }).count()).toBeGreaterThan(0);
    await leader.page.keyboard.press('Enter');
    await leader.row(lamps.number).waitFor();
    // Below a heading stands a matter: Enter opens it, and does not choose it.
    await leader.page.keyboard.press('j');
    await leader.page.keyboard.press('Enter');
    const close = leader.page.getByRole('link', { name: web('detail.close') });
    await close.waitFor();
    expect(await leader.page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    // A form closes first and gives the focus back to the row; then the matter beside closes.
    await leader.detail.getByRole('toolbar', { name: web('detail.actions') }).waitFor();
    await leader.page.keyboard.press('e');
    await leader.page.locator('form textarea:focus').waitFor();
    await leader.page.keyboard.press('Escape');
    await leader.page.locator('.matter-row a:focus').waitFor();
    expect(await close.count()).toBe(1);
    await leader.page.keyboard.press('Escape');
    await close.waitFor({ state: 'detached' });
    await leader.page.locator('.matter-row a:focus').waitFor();
    await head(leader, 'handler').getByRole('button').click();
    await group.waitFor({ state: 'detached' });
  });

  it('is sorted by the head of a day, forwards and backwards', async () => {
    await filed(office().world, { description: '早些反映的。' });
    office().world.clock.move(60_000);
    const later = await filed(office().world, { description: '晚些反映的。' });
    const leader = await office().at('supervisor');
    await leader.go('/matters?open=true&columns=number,title,reported');
    await head(leader, 'reported').getByRole('button').click();
    await leader.page.waitForURL((url) => url.searchParams.get('sort') === 'reported');
    expect(await head(leader, 'reported').getAttribute('aria-sort')).toBe('descending');
    await leader.page.getByRole('row').nth(1).filter({ hasText: later.number }).waitFor();
    await head(leader, 'reported').getByRole('button').click();
    await leader.page.waitForURL((url) => url.searchParams.get('sort') === 'reported_asc');
    expect(await head(leader, 'reported').getAttribute('aria-sort')).toBe('ascending');
  });

  it('shows the columns somebody chose in their order, and the export has the same', async () => {
    const told = await filed(office().world, { description: '灯杆锈蚀，一碰就晃。' });
    const leader = await office().at('supervisor');
    await leader.go('/matters?open=true');
    await leader.row(told.number).waitFor();
    await leader.page.getByRole('button', { name: web('display.title') }).click();
    const menu = leader.page.getByRole('group', { name: web('display.columns') });
    await menu.getByRole('checkbox', { name: web('column.area') }).check();
    await menu.getByRole('checkbox', { name: web('column.category') }).uncheck();
    await menu
      .getByRole('button', { name: web('display.forward', { name: web('column.area') }) })
      .click();
    await leader.page.waitForURL((url) =>
      (url.searchParams.get('columns') ?? '').endsWith('handler,area,due'),
    );
    expect((await findingsOn(leader.page)).grave).toEqual([]);
    await leader.page.keyboard.press('Escape');
    const heads = (await leader.page.getByRole('columnheader').allTextContents()).filter(Boolean);
    const download = leader.page.waitForEvent('download');
    await leader.page.getByRole('link', { name: web('list.export') }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file.split('\r\n')[0]).toBe(`\uFEFF${heads.join(',')}`);
    expect(file).toContain(told.number);
  });

  it('keeps nobody out, grouped and on a phone', async () => {
    const leader = await office().at('supervisor');
    await leader.go('/matters?open=true&group=state');
    await leader.page.getByRole('button', { expanded: true }).first().waitFor();
    expect((await findingsOn(leader.page)).grave).toEqual([]);
    await leader.page.setViewportSize({ width: 390, height: 800 });
    expect((await findingsOn(leader.page)).grave).toEqual([]);
    await leader.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('takes one step for all chosen after showing what it would do, and takes it back', async () => {
    const waiting = await filed(office().world, { description: '第一盏不亮的灯。' });
    const other = await filed(office().world, { description: '第二盏不亮的灯。' });
    const handled = await inHand(office().world, { description: '已经在修的灯。' });
    const dispatcher = await office().at('dispatcher');
    const { page } = dispatcher;
    await dispatcher.go('/matters?open=true');
    const box = ({ number }: Told) =>
      page.getByRole('checkbox', { name: web('list.chooseOne', { number }) });
    await box(waiting).check();
    await box(handled).check();
    // The third by keys: walked to and chosen.
    const third = dispatcher.row(other.number);
    await page.keyboard.press('Home');
    for (let step = 0; step < 40 && (await box(other).isChecked()) === false; step += 1) {
      const current = (await third.getAttribute('class'))?.includes('is-current');
      await page.keyboard.press(current ? 'x' : 'j');
    }
    await page.getByRole('button', { name: web('bulk.begin') }).click();
    await page.getByRole('menuitem', { name: web('action.dispatch.button'), exact: true }).click();
    const panel = page.getByRole('region', { name: web('action.dispatch.title') });
    await choosesFrom(panel, web('field.organisationId'), '市政设施养护所');
    await page.keyboard.press('Control+Enter');
    await panel.getByRole('heading', { name: web('bulk.fit', { count: '2' }) }).waitFor();
    await panel.getByRole('listitem').filter({ hasText: handled.number }).waitFor();
    expect((await findingsOn(page)).grave).toEqual([]);
    await panel
      .getByRole('button', {
        name: web('bulk.take', { what: web('action.dispatch.button'), count: '2' }),
      })
      .click();
    await panel.getByText(web('bulk.done', { count: '2', total: '2' })).waitFor();

    await panel.getByRole('button', { name: web('bulk.back', { count: '2' }) }).click();
    await panel.getByText(web('bulk.undone', { count: '2', total: '2' })).waitFor();
    await panel.getByRole('button', { name: web('bulk.finish') }).click();
    await panel.waitFor({ state: 'detached' });
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    // It is in the history, as a step with its reason.
    await dispatcher.finds(waiting.number);
    await dispatcher.detail.getByText(web('event.recall')).first().waitFor();
    await dispatcher.detail.getByText(web('bulk.backReason')).first().waitFor();
  });

  it('is one stop of the Tab key, and keeps its place while one looks elsewhere', async () => {
    const { world } = office();
    // Later than what other journeys left in the list: that stands below.
    world.clock.move(60_000);
    const told: Told[] = [];
    for (let nth = 0; nth < 24; nth += 1)
      told.push(await filed(world, { description: `第${nth}盏灯。` }));
    const dispatcher = await office().at('dispatcher');
    const { page } = dispatcher;
    await page.setViewportSize({ width: 1440, height: 480 });
    await dispatcher.go('/matters?state=filed&sort=reported');
    const links = page.locator('.matter-row a');
    await links.first().waitFor();
    const number = async (): Promise<string> =>
      (await page.locator('.matter-row:focus-within .number').textContent({ timeout: 5_000 })) ??
      '';
    const presses = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      return number();
    };
    const first = await presses('j');
    const second = await presses('ArrowDown');
    const third = await presses('j');
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await presses('k')).toBe(second);
    const paged = await presses('PageDown');
    expect([first, second, third]).not.toContain(paged);
    const last = await presses('End');
    expect(await presses('ArrowDown')).toBe(last);
    // Scrolled away from by the mouse, the row is still there to go on from.
    await page.locator('.matter-scroll').evaluate((box) => box.scrollTo({ top: 0 }));
    await dispatcher.row(first).waitFor();
    expect(await number()).toBe(last);
    expect(await presses('Home')).toBe(first);
    // Along the row to its box, and down the boxes.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const name = web('list.chooseOne', { number: second });
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true);
    await page.keyboard.press('Space');
    // One Tab leaves, and one comes back to where one was.
    await page.keyboard.press('Tab');
    expect(await page.locator('.matter-row:focus-within').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    expect(await number()).toBe(second);
    // Somebody takes it away and another comes on top: what stands in its place has the focus.
    const taken = told.find((one) => one.number === second);
    if (taken === undefined) throw new Error(`${second} is none of those told here`);
    await dispatches(world, 'lamps', taken);
    world.clock.move(60_000);
    const newest = await filed(world, { description: '最后一盏灯。' });
    await dispatcher.row(newest.number).waitFor();
    await dispatcher.row(second).waitFor({ state: 'detached' });
    expect(await number()).toBe(first);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
