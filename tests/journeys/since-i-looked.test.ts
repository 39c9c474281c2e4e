/** Today tells what others did since one last looked, until one says that it was seen; and it is walked by key. */
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import { useOffice } from './harness.ts';
import { dispatchedTo, inHand } from './told.ts';
import { word } from './words.ts';

const web = (key: string) => word(`matters:web.${key}`);

describe('today', () => {
  const office = useOffice('server');

  it('tells what happened since, and is quiet once it was seen', async () => {
    const intake = await office().at('intake');
    // The stream begins where the page's reads began: held back, it still leaves nothing out.
    const opening = Promise.withResolvers<void>();
    await intake.page.route('**/api/live*', async (route) => {
      await opening.promise;
      await route.continue();
    });
    // From this answer on things are new.
    const looked = intake.page.waitForResponse((answer) => answer.url().includes('/news'));
    await intake.go();
    await (await looked).finished();
    const section = intake.page.getByRole('region', { name: web('news.title') });
    await intake.rests();
    expect(await section.count()).toBe(0);
    const told = await inHand(office().world, { description: '自上次以来的灯。' });
    opening.resolve();
    const row = section.getByRole('link').filter({ hasText: told.number });
    await row.getByText(web('event.accept')).waitFor();
    expect((await findingsOn(intake.page)).grave).toEqual([]);

    await intake.go();
    await row.waitFor();
    await section.getByRole('button', { name: web('news.seen') }).click();
    await section.waitFor({ state: 'detached' });
    await intake.go();
    await intake.rests();
    expect(await section.count()).toBe(0);
  });

  it('is drawn without Ant Design, which comes with the menu of the account', async () => {
    const intake = await office().at('intake');
    const { page } = intake;
    await intake.go();
    await page.getByRole('region', { name: web('today.waits') }).waitFor();
    const styles = page.locator('style[data-css-hash]');
    expect(await styles.count()).toBe(0);
    const name = word('ui:desk.account', { name: '' });
    await page.getByRole('button', { name, expanded: false }).press('Enter');
    const dark = page.getByText(word('ui:desk.dark'), { exact: true });
    await dark.click();
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(await styles.count()).toBeGreaterThan(0);
    expect((await findingsOn(page)).grave).toEqual([]);
    await page.getByText(word('ui:desk.light'), { exact: true }).click();
    await page.keyboard.press('Escape');
    await dark.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name, expanded: false }).waitFor();
  });

  it('is walked with J and K, and E is at the next step', async () => {
    const told = await dispatchedTo(office().world, 'lamps', { description: '按键走到的灯。' });
    const fitter = await office().at('lamp fitter');
    await fitter.go();
    await fitter.waiting(told.number).waitFor();
    const focused = fitter.page.locator('a:focus');
    for (let step = 0; step < 20; step += 1) {
      await fitter.page.keyboard.press('j');
      if ((await focused.textContent())?.includes(told.number)) break;
    }
    await fitter.page.keyboard.press('e');
    await fitter.stands(told.number);
    await fitter.form('accept');
  });
});
