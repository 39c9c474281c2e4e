/** What every page of the portal must stand: no finding of axe, nothing wider than the screen. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Findings of axe, by rule and place. */
export async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** Pixels by which the page is wider than the screen. */
export async function tooWide(page: Page): Promise<number> {
  const size = page.viewportSize();
  const width = await page.evaluate('document.documentElement.scrollWidth');
  return Math.max(0, Number(width) - (size?.width ?? 0));
}
