/** A real Chromium for the portal's journeys: phone and desk, with and without script. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENCE } from '../person.ts';

export interface Visitor {
  readonly width?: 360 | 390 | 1440;
  readonly locale?: 'zh-CN' | 'en-GB';
  /** `unfetched`: the browser could run scripts, but ours never arrive (axe itself needs a script). */
  readonly script?: boolean | 'unfetched';
  /** The device is dark. */
  readonly dark?: boolean;
  /** The phone's position, where it is allowed. */
  readonly at?: { readonly longitude: number; readonly latitude: number };
}

export async function visitor(
  browser: Browser,
  { width = 390, locale = 'zh-CN', script = true, dark = false, at }: Visitor = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: width === 1440 ? 900 : 844 },
    locale,
    javaScriptEnabled: script !== false,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    ...(at && { geolocation: at, permissions: ['geolocation'] }),
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  if (script === 'unfetched')
    await page.route('**/portal/**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { context, page, faults };
}
