/**
 * A scheme from an empty page to a household without a network: an office
 * writes it, a second person publishes it, a resident on a phone calculates by
 * it, prints, and takes a file along that gives the same figures.
 */
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import type { Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { tooWide } from './portal/expect-page.ts';
import { word } from './words.ts';

const web = (key: string, values = {}) => word(`relocation:web.${key}`, values);
const portal = (key: string, values = {}) => word(`relocation:portal.${key}`, values);

/** 86.52 m² × 1,200 yuan = 103,824; × 10 yuan × 6 months = 5,191.20; × 12 months of housing = 10,382.40. */
const SCHEME = {
  format: 'lianxin-scheme/1',
  id: 'east-lane',
  version: '1',
  title: { zh: '东巷房屋征收补偿方案', en: 'East Lane' },
  land: 'state_owned',
  choices: {
    ...{ name: '补偿方式', en: 'choice' },
    values: [
      { name: '货币补偿', en: 'money' },
      { name: '产权调换', en: 'housing' },
    ],
  },
  facts: [
    { name: '建筑面积', en: 'floor area', type: 'number', unit: '㎡', source: 'survey' },
    { name: '签约日', en: 'day of signing', type: 'date', role: 'signed', source: 'agreement' },
  ],
  items: [
    {
      ...{ name: '房屋补偿', en: 'house', kind: 'compensation', cite: '第三条' },
      when: '补偿方式 = “货币补偿”',
      formula: '建筑面积 × 1200 元/㎡',
      pay: [{ at: '签约日 + 10 天' }],
    },
    {
      ...{ name: '临时安置费', en: 'transition', kind: 'subsidy', cite: '第四条' },
      formula: '建筑面积 × 10 元/㎡·月 × （若 补偿方式 = “产权调换” 则 12 月 否则 6 月）',
    },
  ],
};
const TOTALS = ['109,015.20', '10,382.40'];
const EXAMPLE = '东巷三号';

describe('a compensation scheme', () => {
  const office = useOffice('server');

  it('is written from an empty page, with its errors told in place and a household beside it', async () => {
    const writer = await office().at('scheme writer');
    const { page } = writer;
    await writer.go('/schemes');
    await page.getByText(web('list.none')).waitFor();
    await page.getByRole('link', { name: web('list.begin') }).click();
    const text = page.getByRole('textbox', { name: web('editor.text') });
    expect(await text.inputValue()).toBe('');
    await page.getByRole('button', { name: web('editor.skeleton') }).click();
    await page.getByRole('cell', { name: '80,000.00' }).first().waitFor();

    const written = JSON.stringify(SCHEME, undefined, 2);
    await text.fill(written.replace('1200 元/㎡', '1200 元'));
    const finding = page.getByRole('button', { name: /应为金额/ });
    await finding.click();
    const selected = await page.evaluate(
      '(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)',
    );
    expect(selected).toBe('建筑面积 × 1200 元');
    expect((await findingsOn(page)).grave).toEqual([]);

    await text.fill(written);
    await page.getByText(web('households.try')).click();
    const households = page.getByRole('region', { name: web('households.title') });
    await households.getByLabel(/^建筑面积/).fill('86.52');
    await households.getByLabel(/^签约日/).fill('2026-11-20');
    for (const total of TOTALS) {
      await households.getByRole('cell', { name: total }).first().waitFor();
    }
    await households.getByLabel(web('households.name')).fill(EXAMPLE);
    await households
      .getByRole('button', { name: web('households.keepChoice', { choice: '货币补偿' }) })
      .click();
    expect(await text.inputValue()).toContain('"total": "109015.20"');
    await page.getByRole('button', { name: web('editor.save'), exact: true }).click();
    await page.waitForURL(/scheme-versions\/.*\/edit/);
    await text.press('Control+s');
    await page.getByText(web('editor.saved'), { exact: true }).waitFor();
    await page.getByRole('button', { name: web('editor.submit') }).click();
    await page.getByText(web('step.other')).waitFor();
    expect(await page.getByRole('button', { name: web('step.publish.name') }).count()).toBe(0);
    expect((await findingsOn(page)).grave).toEqual([]);
  });

  it('is published by a second person, who reads it and sees its digest', async () => {
    const reviewer = await office().at('scheme reviewer');
    const { page } = reviewer;
    await reviewer.go('/schemes');
    await page.getByRole('link', { name: '版本 1' }).click();
    await page.getByRole('heading', { name: portal('scheme.examples') }).waitFor();
    await page.getByText('建筑面积 × 1200 元/㎡').waitFor();
    await page.getByRole('button', { name: web('step.publish.name') }).click();
    const form = page.getByRole('form', { name: web('step.publish.name') });
    const digest = await form.locator('.scheme-digest').textContent();
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    await form.getByRole('button', { name: web('step.publish.do') }).click();
    await page.getByText(portal('state.published'), { exact: true }).waitFor();
    expect((await findingsOn(page)).grave).toEqual([]);
    await comparedScreensAreSound(reviewer);
  });

  it('gives a resident the same figures on the phone, on paper, and in the file without a network', async () => {
    const resident = await office().resident();
    const { page } = resident;
    await resident.go();
    await page
      .getByRole('link', { name: portal('list.title') })
      .first()
      .click();
    await page.getByRole('link', { name: SCHEME.title.zh }).click();
    await soundOn(page);
    const fingerprint = await page.locator('.fingerprint').first().textContent();
    await page.getByRole('link', { name: portal('scheme.calculate') }).click();
    await soundOn(page);

    await page.getByLabel(/^建筑面积/).fill('八十六');
    await page.getByRole('button', { name: portal('calculate.send') }).click();
    await page.getByText('“建筑面积”不是数字：八十六').first().waitFor();
    const missing = portal('result.missing', { facts: '建筑面积' });
    await page.getByText(missing).first().waitFor();
    expect(await page.getByLabel(/^建筑面积/).inputValue()).toBe('八十六');
    await soundOn(page);

    await page.getByLabel(/^建筑面积/).fill('86.52');
    await page.getByLabel(/^签约日/).fill('2026-11-20');
    await page.getByRole('button', { name: portal('calculate.send') }).click();
    await page.getByText('壹拾万玖仟零壹拾伍元贰角整').waitFor();
    expect(await totalsOn(page)).toEqual(TOTALS);
    const month = page.getByRole('row').filter({ hasText: '2026-11' });
    expect(await month.textContent()).toContain('103,824.00');
    await soundOn(page);

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: portal('calculate.send') }).isVisible()).toBe(
      false,
    );
    expect(await totalsOn(page)).toEqual(TOTALS);
    expect(await page.getByText('86.52', { exact: true }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: portal('result.file') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('补偿试算-east-lane.html');
    await withoutNetwork(download, async (file) => {
      expect(await verdictsOn(file)).toEqual(['recalculated', 'signature_good']);
      expect(await file.locator('tfoot td.money').allTextContents()).toEqual(TOTALS);
      expect(await file.getByText(portal('result.trial')).isVisible()).toBe(true);
      expect(await file.getByText(fingerprint ?? '?').isVisible()).toBe(true);
    });
  });

  async function withoutNetwork(download: Download, look: (file: Page) => Promise<void>) {
    const path = `${await download.path()}.html`;
    await download.saveAs(path);
    const context = await office().browser.newContext({ offline: true });
    const file = await context.newPage();
    await file.goto(pathToFileURL(path).href);
    await look(file);
    await context.close();
  }
});

async function soundOn(page: Page): Promise<void> {
  expect([page.url(), (await findingsOn(page)).grave, await tooWide(page)]).toEqual([
    page.url(),
    [],
    0,
  ]);
}

async function totalsOn(page: Page): Promise<readonly string[]> {
  const shown = await page.locator('.totals .figure').allTextContents();
  return shown.map((text) => text.replace(/[^\d.,]/g, ''));
}

async function verdictsOn(file: Page): Promise<readonly string[]> {
  await file.locator('[data-verdict="checking"]').waitFor({ state: 'hidden' });
  await file.locator('[data-verdict^="signature"]:visible').waitFor();
  return file
    .locator('[data-verdict]:visible')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict') ?? ''));
}

/** A new version is begun, changed and compared with the one that holds. */
async function comparedScreensAreSound({ page }: Desk): Promise<void> {
  await page.getByRole('link', { name: web('version.all') }).click();
  await page.getByRole('button', { name: web('scheme.begin', { version: '1' }) }).click();
  const text = page.getByRole('textbox', { name: web('editor.text') });
  const dearer = (await text.inputValue()).replace('1200 元/㎡', '1300 元/㎡');
  await text.fill(dearer.replace('"version": "1"', '"version": "2"'));
  // The worked example tells at once that it no longer comes out.
  await page
    .getByRole('button', { name: /109015.20/ })
    .first()
    .waitFor();
  await text.fill(
    dearer
      .replace('"version": "1"', '"version": "2"')
      .replace('103824.00', '112476.00')
      .replace('109015.20', '117667.20'),
  );
  await page.getByRole('button', { name: web('editor.save'), exact: true }).click();
  await page.getByText(web('editor.saved'), { exact: true }).waitFor();
  await page.getByRole('link', { name: web('editor.back') }).click();
  await page.getByRole('link', { name: web('version.all') }).click();
  await page.getByRole('link', { name: web('scheme.compare') }).click();
  await page
    .getByText(web('compare.counts', { gain: '1', lose: '0', same: '0', unknown: '0' }))
    .waitFor();
  await page.getByText('117,667.20 (+8,652.00)').waitFor();
  expect((await findingsOn(page)).grave).toEqual([]);
}
