import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visitor } from './portal/portal-browser.ts';
import { type PortalServer, startPortal } from './portal/portal-server.ts';

let server: PortalServer;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  server = await startPortal();
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  ({ page, faults } = await visitor(browser, { at: { longitude: 113.6, latitude: 34.75 } }));
  server.place.reports.clear();
  server.place.uploads.length = 0;
  return () => page.context().close();
});

const reports = () => [...server.place.reports.values()];

/** A photo as a phone takes it: four thousand pixels wide. */
async function largePhoto(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#557',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  return { name: 'lamp.JPG', mimeType: 'image/jpeg', buffer };
}

describe('a resident with script', () => {
  it('reports in three steps after the first page: a photo, the position, send', async () => {
    await page.goto(`${server.address}/`);
    await page.click('text=拍照反映一件事');
    await page.setInputFiles('#photos', await largePhoto());
    await page.waitForSelector('.previews img');
    await page.click('[data-locate]');
    await page.waitForSelector('text=位置已记下');
    await page.click('.send button');
    await page.waitForSelector('.receipt');
    expect(reports()).toEqual([
      expect.objectContaining({
        lng: 113.6,
        lat: 34.75,
        photos: ['b'.repeat(64)],
        description: '（见照片）',
      }),
    ]);
    const [upload] = server.place.uploads;
    const { width, height } = await sharp(upload).metadata();
    expect([width, height]).toEqual([1600, 1200]);
    expect(faults).toEqual([]);
  });

  it('takes a photo away again', async () => {
    await page.goto(`${server.address}/report`);
    const photo = await largePhoto();
    await page.setInputFiles('input[multiple]', [photo, { ...photo, name: 'second.jpg' }]);
    await page.waitForSelector('.previews figure:nth-child(2)');
    await page.click('.previews button >> nth=0');
    expect(await page.locator('.previews figure').count()).toBe(1);
    expect(await page.evaluate('document.getElementById("photos").files.length')).toBe(1);
    expect(await page.evaluate('document.getElementById("photos").files[0].name')).toBe(
      'second.jpg',
    );
  });

  it('is told of a file that is no photo before sending', async () => {
    await page.goto(`${server.address}/report`);
    await page.setInputFiles('#photos', {
      name: 'x.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('no'),
    });
    await page.waitForSelector('text=打不开');
    expect(await page.locator('.previews figure').count()).toBe(0);
  });

  it('finds the draft again after closing the page, and none once it is sent', async () => {
    await page.goto(`${server.address}/report`);
    await page.fill('#description', '楼道里堆满了东西');
    await page.click('[data-locate]');
    await page.waitForSelector('text=位置已记下');
    await page.click('details.more summary');
    await page.fill('#reporterPhone', '13900000000');
    await page.check('#reporterShared');
    const id = await page.inputValue('input[name="commandId"]');
    await page.goto('about:blank');
    await page.goto(`${server.address}/report`);
    expect(await page.inputValue('#description')).toBe('楼道里堆满了东西');
    expect(await page.inputValue('input[name="lng"]')).toBe('113.600000');
    expect(await page.isChecked('#reporterShared')).toBe(true);
    expect(await page.inputValue('input[name="commandId"]')).toBe(id);
    expect(await page.isVisible('text=上次没发完的内容')).toBe(true);
    await page.click('.send button');
    await page.waitForSelector('.receipt');
    await page.goto(`${server.address}/report`);
    expect(await page.inputValue('#description')).toBe('');
  });

  it('keeps the draft when the form comes back refused, and can start afresh', async () => {
    await page.goto(`${server.address}/report`);
    await page.fill('#description', '楼道里堆满了东西');
    await page.click('.send button');
    await page.waitForSelector('.summary');
    expect(await page.evaluate('document.activeElement.id')).toBe('summary');
    await page.goto(`${server.address}/report`);
    expect(await page.inputValue('#description')).toBe('楼道里堆满了东西');
    await page.click('text=清空重写');
    await page.waitForSelector('[data-draft-note]', { state: 'hidden' });
    expect(await page.inputValue('#description')).toBe('');
  });

  it('does not send into nothing: without network all stays, and later it counts once', async () => {
    await page.goto(`${server.address}/report`);
    await page.fill('#description', '楼道里堆满了东西');
    await page.fill('#placeText', '3 号楼');
    await page.context().setOffline(true);
    await page.click('.send button');
    await page.waitForSelector('text=现在没有网络');
    expect(await page.inputValue('#description')).toBe('楼道里堆满了东西');
    await page.context().setOffline(false);
    await page.click('.send button');
    await page.waitForSelector('.receipt');
    expect(reports()).toHaveLength(1);
  });

  it('loads a map only when asked for, and the point under the cross is the place', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.address}/report`);
    await page.fill('#description', '井盖没了');
    expect(asked.filter((url) => url.includes('quiet-map'))).toEqual([]);
    await page.click('.where [data-open-map]');
    await page.waitForSelector('.maplibregl-canvas');
    await page.click('[data-here]');
    await page.waitForSelector('text=已按地图上的点记下位置');
    const [lng, lat] = [
      await page.inputValue('input[name="lng"]'),
      await page.inputValue('input[name="lat"]'),
    ];
    expect(Number(lng)).toBeCloseTo(113.605, 2);
    expect(Number(lat)).toBeCloseTo(34.75, 2);
    await page.click('text=不用这个位置');
    expect(await page.inputValue('input[name="lng"]')).toBe('');
    expect(faults).toEqual([]);
  });

  it('opens the public map beside its list, and finds one of the list on it', async () => {
    await page.goto(`${server.address}/map`);
    await page.click('.points [data-show] >> nth=0');
    await page.waitForSelector('.maplibregl-canvas');
    await page.waitForSelector('.map-side [data-open-map]', { state: 'hidden' });
    expect(faults).toEqual([]);
  });

  it('reads the list where the map cannot be had', async () => {
    await page.route('**/quiet-map*', (route) => route.abort());
    await page.goto(`${server.address}/map`);
    await page.click('.map-side [data-open-map]');
    await page.waitForSelector('text=地图没有打开');
    expect(await page.locator('.points li').count()).toBe(50);
  });

  it('asks the phone who is responsible here, and is told where that lies outside', async () => {
    await page.goto(`${server.address}/responsible`);
    await page.click('[data-locate]');
    await page.waitForSelector('text=不在本地范围内');
  });
});

describe('the pages', () => {
  it('bring all their files from this server', async () => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.goto(`${server.address}/map`);
    await page.click('.map-side [data-open-map]');
    await page.waitForSelector('.maplibregl-canvas');
    const elsewhere = urls.filter(
      (url) => !url.startsWith(new URL(server.address).origin) && !/^(?:blob|data):/.test(url),
    );
    expect(elsewhere).toEqual([]);
  });
});
