/** A whole recalculation, the compiling of the scheme included, in Chromium with a processor slowed four times. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rulesForBrowser } from '#tests/journeys/bundled-rules.ts';
import { openChromium } from '#tests/journeys/chromium.ts';
import { randomHouseholds } from '#tests/worlds/random-households.ts';
import { schemeOf } from '#tests/worlds/schemes.ts';
import { fortyItems } from './compensation-world.ts';

const SLOWED = 4;
const HOUSEHOLDS = 200;

/** Milliseconds of each of 200 households, the first ones cold. */
export async function timesInBrowser(): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-browser-'));
  process.env['LIANXIN_TEST_RUN'] = folder;
  const file = join(folder, 'page.html');
  writeFileSync(file, '<!doctype html><meta charset="utf-8"><title>rules</title>');
  const browser = await openChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(file).href);
    await tab.addScriptTag({ path: await rulesForBrowser() });
    const session = await tab.context().newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const work = { scheme: schemeOf(fortyItems('1')), households: randomHouseholds(HOUSEHOLDS, 1) };
    return await tab.evaluate((all) => globalThis.compensation.timeOf(all), work);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
