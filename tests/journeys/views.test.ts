/** A view kept, shared with the office, opened by a colleague, begun with, and removed. */
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import type { Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { dispatchedTo } from './told.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:web.${key}`, values);

const menu = (desk: Desk, name = web('view.title')) =>
  desk.page.getByRole('toolbar').getByRole('button', { name });
const list = (desk: Desk) => desk.page.getByRole('list', { name: web('view.title') });
const opening = (desk: Desk, name: string) => list(desk).getByRole('button', { name }).first();

describe('views of the list', () => {
  const office = useOffice('server');

  it('are kept by one, used by the whole office, and begun with by who wants to', async () => {
    const told = await dispatchedTo(office().world, 'lamps', { description: '灯罩脱落。' });
    const fitter = await office().at('lamp fitter');
    await fitter.go('/matters?state=dispatched&group=category');
    await fitter.row(told.number).waitFor();
    await menu(fitter).click();
    const form = fitter.page.getByRole('form', { name: web('view.keep') });
    await form.getByRole('textbox', { name: web('view.name') }).fill('等接办的');
    await form.getByRole('combobox', { name: web('view.shared') }).click();
    await fitter.page
      .locator('.ant-select-item-option', { hasText: web('view.of', { unit: '市政设施养护所' }) })
      .click();
    expect((await findingsOn(fitter.page)).grave).toEqual([]);
    await form.getByRole('button', { name: web('view.submit') }).click();
    await fitter.page.waitForURL((url) => url.searchParams.get('view') !== null);
    await menu(fitter, '等接办的').waitFor();

    const colleague = await office().at('second lamp fitter');
    await colleague.go('/matters');
    await colleague.page.waitForURL((url) => url.searchParams.get('open') === 'true');
    await menu(colleague).click();
    await opening(colleague, '等接办的').click();
    await colleague.page.waitForURL((url) => url.searchParams.get('group') === 'category');
    await colleague.row(told.number).waitFor();
    await menu(colleague, '等接办的').click();
    await list(colleague)
      .getByRole('button', { name: web('view.first', { name: '等接办的' }) })
      .click();
    await list(colleague).locator('[aria-pressed="true"]').waitFor();
    await colleague.go('/matters');
    await colleague.page.waitForURL((url) => url.searchParams.get('state') === 'dispatched');
    await menu(colleague, '等接办的').waitFor();
  });

  it('say that they were changed, and take over what is seen now', async () => {
    const fitter = await office().at('lamp fitter');
    await fitter.go('/matters?open=true');
    await menu(fitter).click();
    await opening(fitter, '等接办的').click();
    await fitter.page
      .getByRole('columnheader', { name: web('column.handler') })
      .getByRole('button')
      .click();
    await menu(fitter, web('view.changed')).click();
    await list(fitter)
      .getByRole('button', { name: web('view.edit', { name: '等接办的' }) })
      .click();
    const form = fitter.page.getByRole('form', { name: web('view.change') });
    await form.getByRole('textbox', { name: web('view.name') }).fill('按单位等接办');
    await form.getByRole('checkbox', { name: web('view.takeOver') }).check();
    await fitter.page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await menu(fitter, '按单位等接办').waitFor();
    await fitter.page.keyboard.press('Escape');
  });

  it('are found in the palette, and removed for everybody', async () => {
    const colleague = await office().at('second lamp fitter');
    await colleague.go('/figures');
    await colleague.page.keyboard.press('Control+k');
    await colleague.page.keyboard.type('按单位');
    const option = colleague.page
      .getByRole('option')
      .filter({ hasText: web('view.command', { name: '按单位等接办' }) });
    await option.click();
    await colleague.page.waitForURL((url) => url.searchParams.get('group') === 'handler');

    const fitter = await office().at('lamp fitter');
    await fitter.go('/matters?open=true');
    await menu(fitter).click();
    await list(fitter)
      .getByRole('button', { name: web('view.remove', { name: '按单位等接办' }) })
      .click();
    await fitter.page.getByText(web('view.none')).waitFor();
    await colleague.go('/matters');
    await colleague.page.waitForURL((url) => url.searchParams.get('open') === 'true');
  });
});
