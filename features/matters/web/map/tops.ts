/** The top categories that the map tells apart by colour: those with the most matters. */
import type { Category } from '#features/matters/contract.ts';

/** More colours than these are not told apart. */
export const TOLD_APART = 6;

/** One that the map tells apart; its place among the others is its colour and its letter. */
export interface Top {
  readonly categoryId: string;
  readonly name: string;
}

/**
 * Ids of the top categories with the most matters, at most `TOLD_APART`, those with the most first.
 * @param counted matters under each category, by its id; an empty key for those without one
 */
export function commonestTops(
  categories: readonly Pick<Category, 'categoryId' | 'parentId'>[],
  counted: readonly { readonly key: string; readonly count: number }[],
): readonly string[] {
  const parents = new Map<string, string | null>(
    categories.map(({ categoryId, parentId }) => [categoryId, parentId]),
  );
  const counts = new Map<string, number>();
  for (const { key, count } of counted) {
    if (!parents.has(key)) continue;
    const top = topOf(key, parents);
    counts.set(top, (counts.get(top) ?? 0) + count);
  }
  return [...counts]
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .slice(0, TOLD_APART)
    .map(([top]) => top);
}

function topOf(categoryId: string, parents: ReadonlyMap<string, string | null>): string {
  const parent = parents.get(categoryId) ?? null;
  return parent === null ? categoryId : topOf(parent, parents);
}
