/** What grids of a draft are called. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanGrid } from '../../rules/plan/plan.ts';

/** The name that was given, else the one of today, else a new one that nobody has. */
export function useNames(
  grids: readonly Pick<PlanGrid, 'name'>[],
  given: Readonly<Record<number, string>>,
): (number: number) => string {
  const { t } = useTranslation('places');
  return useMemo(() => {
    const taken = new Set(grids.map(({ name }) => name));
    let next = 0;
    const names = grids.map(({ name }) => {
      if (name !== '') return name;
      let made: string;
      do {
        next += 1;
        made = t('web.planning.newGrid', { number: next });
      } while (taken.has(made));
      return made;
    });
    return (number) => given[number] ?? names[number] ?? '';
  }, [grids, given, t]);
}
