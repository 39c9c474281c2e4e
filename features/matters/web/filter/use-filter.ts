/** The filter of the page, read from the address and written to it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import {
  besidesFilter,
  type FilterKey,
  type FilterQuery,
  filterFromAddress,
  type ShapeKey,
  withCondition,
} from './filter-address.ts';

export interface FilterControl {
  readonly filter: FilterQuery;
  readonly set: (key: FilterKey | ShapeKey, value: string | undefined) => void;
  readonly replace: (filter: FilterQuery) => void;
}

export function useFilter(): FilterControl {
  const search: Record<string, unknown> = useSearch({
    strict: false,
    structuralSharing: true,
  });
  const navigate = useNavigate();
  const filter = useMemo(() => filterFromAddress(search), [search]);
  // The same as long as the address says the same, so that only what it changes is drawn anew.
  return useMemo(() => {
    const replace = (next: FilterQuery): void => {
      const address = { ...besidesFilter(search), ...next };
      navigate({ to: '.', search: address, replace: true }).catch(reportError);
    };
    return {
      filter,
      replace,
      set: (key, value) => replace(withCondition(filter, key, value)),
    };
  }, [filter, search, navigate]);
}
