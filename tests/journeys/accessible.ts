/** What axe finds on a page, split by how much it hinders. */
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
