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

/** What can be pressed and is lower than a finger needs, links within a sentence apart. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(SMALL);
}

/** Runs in the page. A box or a circle to tick is as large as its label. */
const SMALL = `(() => {
  const found = [];
  for (const one of document.querySelectorAll('a[href], button, select, textarea, summary, label, input:not([type="hidden"])')) {
    const box = one.getBoundingClientRect();
    const unseen = box.width < 2 || getComputedStyle(one).visibility === 'hidden' || one.closest('.skip, .only-read-out');
    const labelled = /^(?:checkbox|radio|file)$/.test(one.type ?? '');
    const labels = one.matches('label') && !/^(?:checkbox|radio)$/.test(one.control?.type ?? '');
    const inWords = one.matches('a') && getComputedStyle(one).display === 'inline';
    if (unseen || labelled || labels || inWords || box.height >= 43.5) continue;
    found.push(one.tagName + ' ' + Math.round(box.height) + ': ' + one.textContent.trim().slice(0, 30));
  }
  return found;
})()`;
