/** The categories of this place, by id and as the people name them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Category, listCategories } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';

const AN_HOUR = 3_600_000;

export interface CategoryChoice {
  readonly value: string;
  /** 街面秩序 / 消防通道 */
  readonly label: string;
  readonly code: string;
  readonly category: Category;
}

export interface Categories {
  /** Those a matter can be filed under: leaves of the tree. */
  readonly choices: readonly CategoryChoice[];
  /** Every node, groups too: filters take them. */
  readonly all: readonly CategoryChoice[];
  nameOf(id: string): string | undefined;
}

export function useCategories(): Categories {
  const { i18n } = useTranslation('matters');
  const read = useRead(listCategories, {}, { fresh: AN_HOUR });
  const english = i18n.language === 'en';
  return useMemo(() => categoriesFrom(read.data?.categories ?? [], english), [read.data, english]);
}

/** Full names run from the root to the node. */
function categoriesFrom(categories: readonly Category[], english: boolean): Categories {
  const byId = new Map(categories.map((category) => [category.categoryId as string, category]));
  const parents = new Set(categories.map((category) => category.parentId));
  const own = (category: Category): string =>
    english && category.nameEn !== '' ? category.nameEn : category.name;
  const full = (category: Category): string => {
    const parent = category.parentId === null ? undefined : byId.get(category.parentId);
    return parent === undefined ? own(category) : `${full(parent)} / ${own(category)}`;
  };
  const all = categories.map((category) => ({
    value: category.categoryId as string,
    label: full(category),
    code: category.code,
    category,
  }));
  const labels = new Map(all.map((choice) => [choice.value, choice.label]));
  return {
    all,
    choices: all.filter((choice) => !parents.has(choice.category.categoryId)),
    nameOf: (id) => labels.get(id),
  };
}
