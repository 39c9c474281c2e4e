/** Photographs of pages, small enough to stand in a README. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { HOUSE } from '../checks/command.ts';

const FOLDER = join(HOUSE, 'docs', 'tour');
const MOST_BYTES = 300_000;
/** Colours of a palette; a page of text and flat ground needs few. */
const COLOURS = 256;

/** What is in the window, as `docs/tour/NAME.png`. */
export async function photograph(page: Page, name: string): Promise<void> {
  // Pictures and tiles that are on their way arrive first.
  await page.waitForTimeout(1_500);
  const taken = await page.screenshot({ animations: 'disabled' });
  const small = await sharp(taken)
    .png({ palette: true, colours: COLOURS, effort: 10, compressionLevel: 9 })
    .toBuffer();
  if (small.length > MOST_BYTES) throw new Error(`${name} weighs ${small.length} bytes`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.png`), small);
  console.log(`${name}.png  ${Math.round(small.length / 1000)} kB`);
}
