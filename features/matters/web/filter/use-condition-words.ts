/** A condition as people say it: 机械化社区, 未办结, 11-01 起. */
import { useTranslation } from 'react-i18next';
import { useOrganisationName } from '#features/organisations/web/public.ts';
import { useAreas } from '../lookup/use-areas.ts';
import { useCategories } from '../lookup/use-categories.ts';
import type { FilterKey, FilterQuery } from './filter-address.ts';

export function useConditionWords(filter: FilterQuery): (key: FilterKey, value: string) => string {
  const { t } = useTranslation('matters');
  const categories = useCategories();
  const areas = useAreas();
  const unit = useOrganisationName(filter.organisationId);
  const words: Partial<Record<FilterKey, (value: string) => string>> = {
    state: (value) =>
      value
        .split(',')
        .map((state) => t(`web.state.${state}`))
        .join(t('web.comma')),
    categoryId: (value) => categories.nameOf(value) ?? t('web.filter.key.categoryId'),
    areaId: (value) => areas.nameOf(value) ?? t('web.filter.key.areaId'),
    organisationId: () => unit ?? t('web.filter.key.organisationId'),
    from: (value) => t('web.filter.from', { day: value }),
    to: (value) => t('web.filter.to', { day: value }),
    q: (value) => value,
  };
  return (key, value) => words[key]?.(value) ?? t(`web.filter.is.${key}.${value}`);
}
