/** A ledger as an office keeps it: brought, matched, checked, imported, and taken back. */

import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { findingsOn } from './accessible.ts';
import { choosesFrom, type Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`imports:web.${key}`, values);

/** A title, a heading of two rows, own headings, four ways to write a day, two bad rows. */
const LEDGER = [
  ['楼院台账（2026 年修订）', null, null, null, null, null, null],
  ['编号', '叫什么', '类型', '坐落', null, '户数', '登记日期'],
  [null, null, null, '经度', '纬度', null, null],
  ['A1', '一号院', '楼院', 113.51, 34.81, 36, '2019-05-01'],
  ['A2', '二号院', '无物业小区', 113.52, 34.82, 120, '2019/6/1'],
  ['A3', '三号院', '楼院', 113.53, 34.83, 80, '2019年7月1日'],
  ['A4', '四号院', '别墅', 113.54, 34.84, 8, '2020.1.1'],
  ['A5', '五号院', '楼院', 113.55, 34.85, '五十', '20190801'],
];

async function ledger() {
  const data = LEDGER.map((row) => row.map((value) => (value === null ? null : { value })));
  const buffer = await writeXlsxFile(data).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '楼院台账.xlsx', mimeType, buffer };
}

describe('a file that is imported at the desk', () => {
  const office = useOffice('embedded');
  let desk: Desk;

  /** By axe, at the size of a phone and of a desk. */
  const seen = async (name: string): Promise<void> => {
    for (const width of [390, 1440]) {
      await desk.page.setViewportSize({ width, height: 900 });
      await desk.rests();
      const { grave, slight } = await findingsOn(desk.page);
      expect([name, width, ...grave, ...slight]).toEqual([name, width]);
    }
  };

  const presses = (name: string) => desk.page.getByRole('button', { name }).click();
  const stands = (state: string) =>
    desk.page
      .getByText(web(`state.${state}`))
      .first()
      .waitFor();
  const sites = async (): Promise<readonly string[]> => {
    const { services, tenantId } = office().world;
    const [found] = await services.database.read(tenantId, {
      sql: `select name || ' ' || kind || ' ' || from_day as site from sites
        where tenant_id = $1 and to_day is null order by name`,
      parameters: [tenantId],
    });
    return (found?.rows ?? []).map((row) => String(row['site']));
  };

  it('is found from the list it belongs to, and taken as it is', async () => {
    desk = await office().at('system administrator');
    await desk.go('/grids');
    await desk.page.getByRole('link', { name: word('ui:desk.importFile') }).click();
    await desk.page.getByRole('radio', { name: web('kind.sites.name') }).check();
    await seen('imports');
    const chooser = desk.page.waitForEvent('filechooser');
    await presses(web('bring.choose'));
    await (await chooser).setFiles(await ledger());
    await desk.page.getByText(web('match.guessed')).waitFor();
    await seen('matching');
  });

  it('is matched by guesses, and the person says what was not guessed', async () => {
    const form = desk.page.getByRole('form', { name: web('steps.match') });
    await form.getByText('坐落 经度').waitFor();
    await presses(web('match.check'));
    const missing = { fields: web('field.sites.name') };
    await form.getByRole('alert').getByText(web('match.missing', missing)).waitFor();
    await choosesFrom(form, web('field.sites.name'), '叫什么');
    await presses(web('match.check'));
    await stands('checked');
  });

  it('shows each bad cell with its reason before anything comes in', async () => {
    const table = desk.page.getByRole('table', { name: web('problems.table') });
    const fourth = table.getByRole('row').filter({ hasText: '四号院' });
    await fourth.getByRole('cell', { name: /别墅.*不认得/ }).waitFor();
    const fifth = table.getByRole('row').filter({ hasText: '五号院' });
    await fifth.getByRole('cell', { name: /五十.*不是数字/ }).waitFor();
    expect(await fifth.getByRole('rowheader').textContent()).toContain('8');
    await seen('checked');
    expect(await sites()).toEqual([]);
  });

  it('brings in the others, and says so', async () => {
    await presses(web('checked.take_other', { count: '3' }));
    await desk.page.getByText(web('done.says_other', { count: '3' })).waitFor();
    await seen('done');
    expect(await sites()).toEqual([
      '一号院 courtyard 2019-05-01',
      '三号院 courtyard 2019-07-01',
      '二号院 estate_unmanaged 2019-06-01',
    ]);
    await desk.page.getByRole('link', { name: web('done.see') }).click();
    await desk.page.getByRole('treeitem', { name: /^三号院/ }).waitFor();
    await desk.page.goBack();
    await desk.page.getByRole('button', { name: web('undo.open') }).waitFor();
  });

  it('is taken back by the keyboard, after a look at what that does', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: web('undo.open') }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(web('undo.ends_other', { count: '3' })).waitFor();
    await seen('undo');
    await page.getByRole('button', { name: web('undo.go_other', { count: '3' }) }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(web('undone.says_other', { count: '3' })).waitFor();
    expect(await sites()).toEqual([]);
  });

  it('may be one of past matters, which is begun from their list', async () => {
    const intake = await office().at('intake');
    await intake.go('/matters');
    await intake.page.getByRole('link', { name: word('ui:desk.importFile') }).click();
    const kind = intake.page.getByRole('radio', { name: web('kind.matters.name') });
    await expect.poll(() => kind.isChecked()).toBe(true);
  });

  it('is known again by its headings', async () => {
    await desk.page.getByRole('link', { name: web('done.another') }).click();
    await desk.page.getByRole('row').filter({ hasText: '楼院台账.xlsx' }).waitFor();
    const chooser = desk.page.waitForEvent('filechooser');
    await presses(web('bring.choose'));
    await (await chooser).setFiles(await ledger());
    await desk.page.getByText(web('match.remembered')).waitFor();
    await desk.page.keyboard.press('Tab');
    await desk.page.getByRole('button', { name: web('match.check') }).press('Enter');
    await stands('checked');
    await desk.page
      .getByRole('button', { name: web('checked.take_other', { count: '3' }) })
      .waitFor();
  });
});
