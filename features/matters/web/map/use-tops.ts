/** The categories the map tells apart, as the reader names them. */
import { useMemo } from 'react';
import { groupMatters } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useCategories } from '../lookup/use-categories.ts';
import type { Look } from './look.ts';
import { commonestTops, type Top } from './tops.ts';

const AN_HOUR = 3_600_000;
const NONE: readonly Top[] = [];

/**
 * Of all matters, whatever the filter: a category keeps its colour while one looks
 * around. None where the map does not look at categories.
 */
export function useTops(look: Look): readonly Top[] {
  const enabled = look === 'category';
  const { all, nameOf } = useCategories();
  const counted = useRead(groupMatters, { query: { by: 'category' } }, { enabled, fresh: AN_HOUR });
  return useMemo(() => {
    if (!enabled || counted.data === undefined) return NONE;
    const tree = all.map(({ category }) => category);
    return commonestTops(tree, counted.data.groups).map((categoryId) => ({
      categoryId,
      name: nameOf(categoryId) ?? '',
    }));
  }, [enabled, all, counted.data, nameOf]);
}
