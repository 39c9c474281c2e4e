import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { findings, smallTargets, tooWide } from './portal/expect-page.ts';
import { visitor } from './portal/portal-browser.ts';
import { type PortalServer, startPortal } from './portal/portal-server.ts';
import { AREA, BY_STATE } from './portal/small-place.ts';

let server: PortalServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPortal();
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const PROOF = 'follow?number=261120-039118&key=kq7m2xhd9rwt';
const PAGES = [
  '',
  'report',
  'follow',
  'map',
  'figures',
  'responsible',
  `responsible?area=${AREA.machine}`,
  'rights',
  'suggest',
  'privacy',
];

/** In Chinese all pages are looked at in `every-screen`, at 390 and 1440. */
const IN_ENGLISH = [
  ['on a phone, in English, without script', { width: 390, locale: 'en-GB', script: 'unfetched' }],
  [
    'on a wide screen that is dark, in English',
    { width: 1440, locale: 'en-GB', script: true, dark: true },
  ],
] as const;

describe.each(IN_ENGLISH)('the portal %s', (_who, who) => {
  it('shows every page without a finding of axe, within the screen, with nothing refused by its policy', async () => {
    const { page, context, faults } = await visitor(browser, who);
    for (const path of PAGES) {
      await page.goto(`${server.address}/${path}`);
      expect([path, await findings(page), await tooWide(page)]).toEqual([path, [], 0]);
      expect([path, await isDark(page)]).toEqual([path, 'dark' in who]);
      if (who.width < 1000) expect([path, await smallTargets(page)]).toEqual([path, []]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** By what lies behind everything: dark letters on it would be findings. */
async function isDark(page: Page): Promise<boolean> {
  const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
  return ground === 'rgb(20, 23, 22)';
}

/** The narrowest screen. */
const PHONE = [['on a phone, in Chinese', { width: 360, locale: 'zh-CN', script: true }]] as const;

describe.each(PHONE)('the portal %s', (_who, who) => {
  it('shows a matter in every state as well', async () => {
    const { page, context, faults } = await visitor(browser, who);
    for (const [state, matter] of Object.entries(BY_STATE)) {
      server.place.matter = matter;
      await page.goto(`${server.address}/${PROOF}`);
      await page.evaluate(
        'for (const one of document.querySelectorAll("details")) one.open = true',
      );
      expect([state, await findings(page), await tooWide(page)]).toEqual([state, [], 0]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows large type within the screen', async () => {
    const { page, context } = await visitor(browser, who);
    await page.goto(`${server.address}/?type=large`);
    for (const path of ['', 'report', 'figures', PROOF]) {
      await page.goto(`${server.address}/${path}`);
      expect(await page.getAttribute('html', 'class')).toContain('large');
      expect([path, await findings(page), await tooWide(page)]).toEqual([path, [], 0]);
    }
    await context.close();
  });

  it('refuses in plain words, and the page of a refusal is sound too', async () => {
    const { page, context } = await visitor(browser, who);
    const nobody = server.address.replace('tongbai', 'nobody');
    for (const address of [
      `${nobody}/`,
      `${nobody}/report`,
      `${server.address}/nowhere`,
      `${server.address}/follow/photos/${'a'.repeat(64)}`,
    ]) {
      await page.goto(address);
      expect(await page.textContent('h1')).toMatch(/没有这个地方|没有这一页|no such/);
      expect(await findings(page)).toEqual([]);
    }
    await context.close();
  });
});

describe('the portal', () => {
  it('keeps the language and the type one chose', async () => {
    const { page, context } = await visitor(browser);
    await page.goto(`${server.address}/map?state=open`);
    await page.click('.settings a[lang="en"]');
    expect(page.url()).toContain('state=open');
    await page.goto(`${server.address}/report`);
    expect(await page.textContent('h1')).toBe('Report something');
    await context.close();
  });

  it('is walked through by the keyboard alone, past the menu', async () => {
    const { page, context } = await visitor(browser, { width: 1440 });
    await page.goto(`${server.address}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.textContent(':focus')).toContain('拍照反映一件事');
    await context.close();
  });

  it('shows its first page where the figures cannot be read, and says so on theirs', async () => {
    const { page, context } = await visitor(browser);
    server.place.refuseFigures = true;
    await page.goto(`${server.address}/`);
    expect(await page.textContent('h1')).toBe('有什么要反映的？');
    const answer = await page.goto(`${server.address}/figures`);
    expect(answer?.status()).toBe(503);
    server.place.refuseFigures = false;
    await context.close();
  });

  it('weighs little: one style below 15 kB, all islands below 20 kB packed', async () => {
    const folder = join(server.assets, 'assets');
    const files = await readdir(folder);
    const style = files.filter((name) => /^portal-.*\.css$/.test(name));
    const scripts = files.filter((name) => name.endsWith('.js') && !name.startsWith('quiet-map'));
    const sizes = await Promise.all(
      style.map(async (name) => (await stat(join(folder, name))).size),
    );
    const packed = await Promise.all(
      scripts.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
    );
    expect(sizes).toHaveLength(1);
    expect(Math.max(...sizes)).toBeLessThan(15_000);
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000);
    expect(packed.length).toBeGreaterThan(0);
  });

  it('fetches no map on any page until it is opened, and below 150 kB of script in all', async () => {
    const { page, context } = await visitor(browser);
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    for (const path of [...PAGES, PROOF, 'follow/data']) {
      await page.goto(`${server.address}/${path}`);
      await page.waitForLoadState('networkidle');
    }
    expect([...scripts].filter((name) => name.includes('quiet-map'))).toEqual([]);
    const packed = await Promise.all(
      [...scripts].map(async (name) => {
        const file = join(server.assets, name.replace(/^\/portal\//, ''));
        return gzipSync(await readFile(file)).length;
      }),
    );
    expect(packed.length).toBeGreaterThan(0);
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
    await context.close();
  });
});
