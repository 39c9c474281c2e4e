/** What a screen takes of paper: the size of each page in points, as `595 × 842` for an upright A4. */
import type { Page } from 'playwright-core';

const SHEET = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g;

export async function printed(page: Page): Promise<readonly string[]> {
  const file = await page.pdf({ preferCSSPageSize: true });
  const sheets = [...file.toString('latin1').matchAll(SHEET)];
  return sheets.map(([, ...sides]) => sides.map((side) => Math.round(Number(side))).join(' × '));
}
