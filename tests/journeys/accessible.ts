/** What axe finds on a page, split by how much it hinders, and what moves for who asked for stillness. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export interface Findings {
  /** Of serious or critical impact: people are kept out. */
  readonly grave: readonly string[];
  readonly slight: readonly string[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function findingsOn(page: Page): Promise<Findings> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .setLegacyMode(true)
    .analyze();
  const lines = (grave: boolean) =>
    violations
      .filter(({ impact }) => (impact === 'serious' || impact === 'critical') === grave)
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  return { grave: lines(true), slight: lines(false) };
}

/**
 * What would move on a page whose reader asked for less motion (everybody of the
 * journeys does), by its class: animations and transitions that are not over at once.
 */
export function movesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lasts = (times: string): boolean =>
      times.split(',').some((time) => Number.parseFloat(time) > 0);
    const moving = [...document.querySelectorAll('*')].filter((one) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
      return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
    });
    return [...new Set(moving.map((one) => `moves: ${one.tagName} ${one.getAttribute('class')}`))];
  });
}
