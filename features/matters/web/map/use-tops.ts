/** The categories the map tells apart, as the reader names them. */
import { useMemo } from 'react';
import { groupMatters, listCategories } from '#features/matters/contract.ts';
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
  const { nameOf } = useCategories();
  const tree = useRead(listCategories, {}, { fresh: AN_HOUR });
  const counted = useRead(groupMatters, { query: { by: 'category' } }, { enabled, fresh: AN_HOUR });
  return useMemo(() => {
    if (!enabled || tree.data === undefined || counted.data === undefined) return NONE;
    return commonestTops(tree.data.categories, counted.data.groups).map((categoryId) => ({
      categoryId,
      name: nameOf(categoryId) ?? '',
    }));
  }, [enabled, tree.data, counted.data, nameOf]);
}
