/** One line for everything: found and opened with the keyboard alone, and only what the asker may see. */
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import type { Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { dispatchedTo, filed } from './told.ts';
import { word } from './words.ts';

const line = (desk: Desk) => desk.page.getByRole('combobox', { name: word('ui:palette.title') });
const option = (desk: Desk, text: string) =>
  desk.page.getByRole('option').filter({ hasText: text }).first();
const chosen = (desk: Desk) => desk.page.getByRole('option', { selected: true });

async function types(desk: Desk, words: string): Promise<void> {
  await desk.page.keyboard.press('Control+k');
  await desk.page.keyboard.type(words);
}

/** Goes down to what has the text, as the hands do. */
async function goesDownTo(desk: Desk, text: string): Promise<void> {
  await option(desk, text).waitFor();
  for (let step = 0; step < 30; step += 1) {
    if ((await chosen(desk).textContent())?.includes(text)) return;
    await desk.page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not come to ${text}`);
}

describe('the palette', () => {
  const office = useOffice('server');

  it('opens a matter by its number, and remembers it', async () => {
    const told = await filed(office().world, { description: '巷口的井盖松动，车过有响声。' });
    const intake = await office().at('intake');
    await intake.go('/figures');
    await types(intake, told.number);
    await goesDownTo(intake, '井盖松动');
    await intake.page.keyboard.press('Enter');
    await intake.stands(told.number);

    await intake.go('/figures');
    await intake.page.keyboard.press('Control+k');
    const used = intake.page.getByRole('group', { name: word('ui:palette.used') });
    await used.getByRole('option').filter({ hasText: told.number }).waitFor();
    const kept = await intake.page.evaluate(`window.localStorage.getItem('lianxin.used')`);
    expect(kept).toContain(told.matterId);
    expect(kept).not.toContain('井盖');
    await intake.page.keyboard.press('Enter');
    await intake.stands(told.number);
  });

  it('opens a unit by the name of who holds a post in it', async () => {
    const intake = await office().at('intake');
    await intake.go();
    await types(intake, '派遣员甲');
    await goesDownTo(intake, '派遣员甲 · 城市运行中心');
    await intake.page.keyboard.press('Enter');
    await intake.page.getByRole('heading', { name: '城市运行中心' }).waitFor();
    const meant = intake.page.locator('[aria-current="true"]', { hasText: 'dispatcher' });
    expect(await meant.count()).toBe(1);
  });

  it('opens what is open in a place', async () => {
    const told = await filed(office().world, { description: '巷口的树枝压着电线。' });
    const intake = await office().at('intake');
    await intake.go();
    await types(intake, 'T-lane');
    await goesDownTo(intake, 'north · T-lane');
    await intake.page.keyboard.press('Enter');
    await intake.page.waitForURL((url) => url.searchParams.get('areaId') !== null);
    await intake.row(told.number).waitFor();
  });

  it('goes to a screen by its first letters, and does what one sets for oneself', async () => {
    const intake = await office().at('intake');
    await intake.go();
    await types(intake, 'zb');
    await goesDownTo(intake, word('matters:web.nav.figures'));
    await intake.page.keyboard.press('Enter');
    await intake.page
      .getByRole('heading', { name: word('matters:web.figures.title') })
      .first()
      .waitFor();
    for (const theme of ['dark', 'light'] as const) {
      await types(intake, 'waiguan');
      await goesDownTo(intake, word(`ui:palette.theme.${theme}`));
      await intake.page.keyboard.press('Enter');
      await intake.page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
    }
  });

  it('lets go with Escape, and gives the keys back to the screen', async () => {
    const intake = await office().at('intake');
    await intake.go();
    await types(intake, '路灯');
    await option(intake, word('ui:palette.search', { words: '路灯' })).waitFor();
    await intake.page.keyboard.press('Escape');
    expect(await intake.page.getByRole('listbox').count()).toBe(0);
    expect(await line(intake).getAttribute('aria-expanded')).toBe('false');
  });

  it('shows a unit nothing of what another one was given', async () => {
    const told = await dispatchedTo(office().world, 'lamps', { description: '灯罩碎了一地。' });
    const mender = await office().at('road mender');
    await mender.go();
    await types(mender, told.number);
    await mender.page
      .getByText(word('ui:palette.count', { count: '1' }), { exact: true })
      .waitFor();
    expect(await option(mender, '灯罩').count()).toBe(0);
  });

  it('keeps nobody out, open and full', async () => {
    const intake = await office().at('intake');
    await intake.go();
    await types(intake, '巷口');
    await option(intake, '井盖松动').waitFor();
    expect((await findingsOn(intake.page)).grave).toEqual([]);
    await intake.page.setViewportSize({ width: 390, height: 800 });
    expect((await findingsOn(intake.page)).grave).toEqual([]);
    await intake.page.setViewportSize({ width: 1440, height: 900 });
    await intake.page.keyboard.press('Escape');
  });
});
