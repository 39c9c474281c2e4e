import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { findings, tooWide } from './portal/expect-page.ts';
import { visitor } from './portal/portal-browser.ts';
import { type PortalServer, startPortal } from './portal/portal-server.ts';
import { BY_STATE, followed, heldData } from './portal/small-place.ts';

let server: PortalServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startPortal();
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  ({ page } = await visitor(browser, { script: false }));
  server.place.matter = followed();
  server.place.data = heldData();
  server.place.asked.length = 0;
  return () => page.context().close();
});

const BY_KEY = 'follow?number=261120-039118&key=kq7m2xhd9rwt';

async function opensOwnData(): Promise<void> {
  await page.goto(`${server.address}/${BY_KEY}`);
  await page.click('button:has-text("看这里存了我的什么信息")');
}

describe('a reporter without script', () => {
  it('sees what is held and which posts looked, what for', async () => {
    await opensOwnData();
    expect(await page.textContent('h1')).toBe('我的信息');
    expect(await page.textContent('.kept-data')).toContain('139****0000');
    expect(await page.textContent('.looked')).toContain('综合执法队 · 中队长为办事联系您');
  });

  it('finds the page again in the other language, by the pass on the device', async () => {
    await opensOwnData();
    await page.click('.settings a[lang="en"]');
    expect(await page.textContent('h1')).toBe('My information');
  });

  it.each([
    ['存成网页', 'lianxin-261120-039118.html'],
    ['存成数据文件', 'lianxin-261120-039118.json'],
  ])('takes a copy away: %s', async (button, name) => {
    await opensOwnData();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`button:has-text("${button}")`),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('13900000000');
    expect(text).toContain('2 号楼与 3 号楼之间');
  });

  it('puts the phone right, after being told what is wrong with it', async () => {
    await opensOwnData();
    await page.click('summary:has-text("改联系方式")');
    await page.fill('#newPhone', '不告诉');
    await page.click('button:has-text("保存修改")');
    expect(await page.textContent('.summary')).toContain('不像电话号码');
    await page.click('.summary a');
    expect(new URL(page.url()).hash).toBe('#newPhone');
    await page.fill('#newPhone', '139 1111 2222');
    await page.uncheck('#shared');
    await page.click('button:has-text("保存修改")');
    expect(await page.textContent('.good')).toContain('已经改好');
    expect(server.place.asked).toEqual([
      expect.objectContaining({ phone: '139 1111 2222', name: '', shared: false }),
    ]);
  });

  it('reads why the phone is kept, and where to complain', async () => {
    await opensOwnData();
    await page.click('summary:has-text("要求删除")');
    await page.check('input[name="what"][value="contact"]', { force: true });
    await page.click('button:has-text("要求删除")');
    expect(await page.textContent('.summary')).toContain('事情还在办');
    await page.click('.summary a:has-text("没有经手的督查人员")');
    expect(await page.isVisible('summary:has-text("对办理过程有意见")')).toBe(true);
  });

  it('has the phone erased, and is told that only the code leads back', async () => {
    server.place.matter = BY_STATE.withdrawn;
    server.place.data = heldData({ contactKept: null });
    await page.goto(`${server.address}/follow`);
    await page.fill('#number', '261120-039118');
    await page.fill('#proof', '139 0000 0000');
    await page.click('text=看进展');
    await page.click('button:has-text("看这里存了我的什么信息")');
    await page.click('summary:has-text("要求删除")');
    await page.check('input[name="what"][value="contact"]', { force: true });
    await page.click('button:has-text("要求删除")');
    expect(await page.textContent('main')).toContain('请用当时给您的查询码');
    expect(server.place.asked).toEqual([expect.objectContaining({ what: 'contact' })]);
    await page.goto(`${server.address}/follow/data`);
    expect(await page.isVisible('#proof')).toBe(true);
  });

  it('is asked what to erase where nothing was chosen', async () => {
    await opensOwnData();
    await page.click('summary:has-text("要求删除")');
    await page.click('button:has-text("要求删除")');
    expect(await page.textContent('#what-error')).toContain('请选一下');
  });
});

describe.each([
  [390, 'zh-CN', 'normal'],
  [390, 'zh-CN', 'large'],
  [1440, 'zh-CN', 'normal'],
  [390, 'en-GB', 'large'],
  [1440, 'en-GB', 'normal'],
] as const)('what is held at %i pixels in %s, %s type', (width, locale, type) => {
  it('has no finding of axe and stays within the screen', async () => {
    const seen = await visitor(browser, { width, locale });
    await seen.page.goto(`${server.address}/${BY_KEY}`);
    await seen.page.goto(`${server.address}/follow/data?type=${type}`);
    await seen.page.evaluate(
      'for (const one of document.querySelectorAll("details")) one.open = true',
    );
    expect([await findings(seen.page), await tooWide(seen.page)]).toEqual([[], 0]);
    expect(seen.faults).toEqual([]);
    await seen.context.close();
  });
});
