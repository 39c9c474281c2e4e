import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visitor } from './portal/portal-browser.ts';
import { type PortalServer, startPortal } from './portal/portal-server.ts';
import { AREA, BY_STATE, followed, PHOTO_TEXT, PLACE } from './portal/small-place.ts';

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
  server.place.reports.clear();
  server.place.acted.length = 0;
  server.place.matter = followed();
  server.place.refuseReport = undefined;
  return () => page.context().close();
});

const PHOTO = { name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bytes of a photo') };
const NO_PHOTO = { name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(PHOTO_TEXT) };

async function fillReport(): Promise<void> {
  await page.goto(`${server.address}/report`);
  await page.fill('#description', '路灯坏了 <b>&');
  await page.fill('#placeText', '文化路');
}

const reports = () => [...server.place.reports.values()];

describe('a resident without script', () => {
  it('reports with a photo, and is given a number, a code and what happens next', async () => {
    await page.goto(`${server.address}/`);
    await page.click('text=拍照反映一件事');
    await fillReport();
    await page.selectOption('#areaId', AREA.machine);
    await page.setInputFiles('#photos', PHOTO);
    await page.check('#personal');
    await page.click('text=发送');
    expect(await page.textContent('.receipt .number dd')).toBe('261122-048173');
    expect(await page.textContent('.receipt .key')).toBe('kq7m 2xhd 9rwt');
    expect(await page.locator('.receipt svg[role="img"] path').count()).toBe(2);
    expect(reports()).toEqual([
      expect.objectContaining({
        description: '路灯坏了 <b>&',
        placeText: '文化路',
        areaId: AREA.machine,
        photos: ['b'.repeat(64)],
        personal: true,
        reporterShared: false,
      }),
    ]);
  });

  it('reports for an elder: the helper’s phone is asked for, told plainly, and kept', async () => {
    await fillReport();
    await page.click('details.more summary');
    await page.check('#forOther');
    await page.click('text=发送');
    expect(await page.textContent('#reporterPhone-error')).toContain('留您自己的手机号');
    expect(await page.textContent('#forOther-hint')).toContain('不用写那个人的姓名');
    expect(await page.isChecked('#forOther')).toBe(true);
    await page.fill('#reporterPhone', '139 0000 0000');
    await page.click('text=发送');
    expect(reports()).toEqual([
      expect.objectContaining({ forOther: true, reporterPhone: '139 0000 0000' }),
    ]);
    server.place.matter = followed({ forOther: true });
    await page.goto(`${server.address}/follow?number=261120-039118&key=kq7m2xhd9rwt`);
    expect(await page.textContent('.yours')).toContain('您是替别人反映的');
  });

  it('leads from an address that does not exist back to the place', async () => {
    await page.goto(`${server.address}/nowhere`);
    expect(await page.textContent('.brand')).toContain(PLACE.tenantName);
    await page.click('main >> text=回首页');
    expect(page.url()).toBe(`${server.address}/`);
  });

  it('needs no words where a photo says it', async () => {
    await page.goto(`${server.address}/report`);
    await page.fill('#placeText', '文化路');
    await page.setInputFiles('#photos', PHOTO);
    await page.click('text=发送');
    expect(reports()).toEqual([expect.objectContaining({ description: '（见照片）' })]);
  });

  it('finds what was typed again when something is missing, with the sentence at its field', async () => {
    await page.goto(`${server.address}/report`);
    await page.fill('#description', '  路灯坏了\n很黑 "<i>');
    await page.click('details.more summary');
    await page.fill('#reporterName', "O'Hara");
    await page.fill('#reporterPhone', '不告诉');
    await page.setInputFiles('#photos', PHOTO);
    await page.click('text=发送');
    expect(await page.inputValue('#description')).toBe('路灯坏了\n很黑 "<i>');
    expect(await page.inputValue('#reporterName')).toBe("O'Hara");
    expect(await page.textContent('#placeText-error')).toContain('请写一下在哪里');
    expect(await page.textContent('#reporterPhone-error')).toContain('不像电话号码');
    expect(await page.getAttribute('#placeText', 'aria-describedby')).toContain('placeText-error');
    await page.click('.summary a[href="#placeText"]');
    expect(new URL(page.url()).hash).toBe('#placeText');
    expect(reports()).toEqual([]);
    // The photo has arrived; only what was missing is asked for.
    await page.fill('#placeText', '文化路');
    await page.fill('#reporterPhone', '139 0000 0000');
    await page.click('text=发送');
    expect(reports()).toEqual([expect.objectContaining({ photos: ['b'.repeat(64)] })]);
  });

  it('is told which file is no photo, and loses nothing', async () => {
    await fillReport();
    await page.setInputFiles('#photos', NO_PHOTO);
    await page.click('text=发送');
    expect(await page.textContent('#photos-error')).toContain('note.jpg');
    expect(await page.inputValue('#description')).toBe('路灯坏了 <b>&');
  });

  it('may take ten photos for nine, and is told', async () => {
    await fillReport();
    await page.setInputFiles(
      'input[multiple]',
      Array.from({ length: 10 }, (_none, index) => ({ ...PHOTO, name: `${index}.jpg` })),
    );
    await page.click('text=发送');
    expect(await page.textContent('#photos-error')).toContain('最多 9 张');
  });

  it('has reported once when the form was sent twice', async () => {
    await fillReport();
    const commandId = await page.inputValue('input[name="commandId"]');
    const form = { commandId, description: '路灯坏了', placeText: '文化路' };
    for (const _time of ['first', 'second']) {
      const answer = await page.request.post(`${server.address}/report`, { multipart: form });
      expect(answer.status()).toBe(201);
      expect(await answer.text()).toContain('261122-048173');
    }
    expect(reports()).toHaveLength(1);
  });

  it('is told that it may have arrived already, when other words come with the same form', async () => {
    await fillReport();
    const commandId = await page.inputValue('input[name="commandId"]');
    await page.request.post(`${server.address}/report`, {
      multipart: { commandId, description: '别的', placeText: '文化路' },
    });
    await page.click('text=发送');
    expect(await page.textContent('.summary')).toContain('可能已经收到了');
    expect(await page.inputValue('#description')).toBe('路灯坏了 <b>&');
    expect(await page.inputValue('input[name="commandId"]')).not.toBe(commandId);
  });

  it.each([
    ['placeText', { code: 'geometry.swapped' as const }],
    ['areaId', { code: 'matter.area_unknown' as const }],
  ])('reads at %s why the report was refused', async (field, refusal) => {
    server.place.refuseReport = refusal;
    await fillReport();
    await page.click('text=发送');
    expect(await page.isVisible(`#${field}-error`)).toBe(true);
    expect(await page.inputValue('#placeText')).toBe('文化路');
  });

  it('is told to wait in plain words, with all that was typed still there', async () => {
    server.place.refuseReport = { code: 'request.too_many' };
    await fillReport();
    await page.click('text=发送');
    expect(await page.textContent('.summary')).toContain('稍等');
    expect(await page.inputValue('#description')).toBe('路灯坏了 <b>&');
  });

  it('follows by number and phone, sees the photos, and leaves no trace when done', async () => {
    await page.goto(`${server.address}/`);
    await page.fill('#number', '261120－039118');
    await page.fill('#proof', '139 0000 0000');
    await page.click('text=看进展');
    expect(await page.textContent('.now')).toContain('综合执法队正在办');
    const photo = await page.request.get(
      `${server.address}/follow/photos/${'a'.repeat(64)}?size=thumbnail`,
    );
    expect(photo.status()).toBe(200);
    await page.click('text=看完了');
    await page.goto(`${server.address}/follow`);
    expect(await page.isVisible('#proof')).toBe(true);
    const gone = await page.request.get(`${server.address}/follow/photos/${'a'.repeat(64)}`);
    expect(gone.status()).toBe(404);
  });

  it('follows by the link on the receipt', async () => {
    await fillReport();
    await page.click('text=发送');
    await page.click('text=打开进展页');
    expect(await page.textContent('.matter-number')).toContain('261122-048173');
  });

  it('is told that number and proof do not fit, without learning which', async () => {
    await page.goto(`${server.address}/follow`);
    await page.click('text=看进展');
    expect(await page.textContent('.summary')).toContain('请填编号');
    await page.fill('#number', '261120-039118');
    await page.fill('#proof', '13911111111');
    await page.click('text=看进展');
    expect(await page.textContent('.summary')).toContain('对不上');
    expect(await page.inputValue('#number')).toBe('261120-039118');
  });

  it('evaluates, after being told what is missing', async () => {
    server.place.matter = BY_STATE.closed;
    await page.goto(`${server.address}/follow?number=261120-039118&key=kq7m2xhd9rwt`);
    await page.fill('#evaluate-text', '灯还是一闪一闪');
    await page.click('text=提交评价');
    expect(await page.textContent('.summary')).toContain('请选一下问题解决了没有');
    expect(await page.inputValue('#evaluate-text')).toBe('灯还是一闪一闪');
    await page.check('input[name="solved"][value="no"]', { force: true });
    await page.check('input[name="satisfaction"][value="2"]', { force: true });
    await page.click('text=提交评价');
    expect(await page.textContent('.good')).toContain('评价收到了');
    expect(server.place.acted).toEqual([
      { action: 'evaluate', solved: false, satisfaction: 2, text: '灯还是一闪一闪' },
    ]);
  });

  it.each([
    [
      'reopen',
      '还没解决，请重新办',
      '#reopen-reason',
      '要求重新办',
      { action: 'reopen', reason: '还是坏的' },
    ],
    [
      'complain',
      '对办理过程有意见',
      '#complain-text',
      '交给督查人员',
      { action: 'complain', text: '还是坏的' },
    ],
  ] as const)('can %s with a reason', async (_action, summary, field, button, input) => {
    server.place.matter = BY_STATE.closed;
    await page.goto(`${server.address}/follow?number=261120-039118&key=kq7m2xhd9rwt`);
    await page.click(`summary:has-text("${summary}")`);
    await page.fill(field, '还是坏的');
    await page.click(`button:has-text("${button}")`);
    expect(server.place.acted).toEqual([input]);
  });

  it('withdraws without giving a reason', async () => {
    await page.goto(`${server.address}/follow?number=261120-039118&key=kq7m2xhd9rwt`);
    await page.click('summary:has-text("撤回这件事")');
    await page.click('button:has-text("确定撤回")');
    expect(server.place.acted).toEqual([{ action: 'withdraw', reason: '' }]);
  });

  it('reads the map as a list, filtered and page by page', async () => {
    await page.goto(`${server.address}/map`);
    expect(await page.textContent('.count')).toContain('共 137 件，正在办 46 件');
    expect(await page.locator('.points li').count()).toBe(50);
    await page.click('text=较早的');
    expect(await page.textContent('.pager')).toContain('第 2 页，共 3 页');
    await page.selectOption('#state', 'open');
    await page.click('text=看这些');
    expect(await page.locator('.points li').count()).toBe(46);
  });

  it('asks who is responsible for a community', async () => {
    await page.goto(`${server.address}/responsible`);
    await page.selectOption('#area', AREA.machine);
    await page.click('button:has-text("看看归谁管")');
    expect(await page.textContent('.answer')).toContain('机械化社区居民委员会');
    // A name that nobody knows is no fault of whoever wrote it: the list is one press away.
    await page.fill('#named', '没有的');
    await page.click('button:has-text("按名字找")');
    expect(await page.textContent('.note')).toContain('没有找到叫“没有的”的地方');
    expect(await page.locator('.summary, [role="alert"]').count()).toBe(0);
    await page.click('.note a[href="#area"]');
    // One that several places share is chosen among them, and keeps what was chosen in larger type.
    await page.fill('#named', '煤仓');
    await page.click('button:has-text("按名字找")');
    await page.click('a:has-text("煤仓北街 3 号院")');
    await page.click('text=大字');
    const answer = page.locator('.answer');
    expect(await answer.locator('h2').textContent()).toBe('煤仓北街 3 号院');
    expect(await answer.textContent()).toMatch(/机械化社区.*第三网格.*第四网格.*不止一个网格/s);
    // One that only one place has needs no choosing.
    await page.fill('#named', '煤仓街');
    await page.click('button:has-text("按名字找")');
    expect(await answer.locator('h2').textContent()).toBe('煤仓街小区');
    expect(await answer.textContent()).not.toContain('第四网格');
  });
});

describe('another site', () => {
  it('cannot report in a resident’s name', async () => {
    const answer = await page.request.post(`${server.address}/report`, {
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      multipart: {
        commandId: '01930000-0000-7000-8000-00000000abcd',
        description: 'x',
        placeText: 'y',
      },
    });
    expect(answer.status()).toBe(403);
    expect(reports()).toEqual([]);
  });
});
