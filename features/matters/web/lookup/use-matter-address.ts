/** Where each matter opens under the filter of the page: made once for all of a list. */
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { FilterQuery } from '../filter/filter-address.ts';

/** Stands for the id while the address is made; no id looks like it. */
const ID = 'matter-id';

export function useMatterAddress(filter: FilterQuery): (matterId: string) => string {
  const router = useRouter();
  return useMemo(() => {
    const { publicHref } = router.buildLocation({
      to: '/matters/$matterId',
      params: { matterId: ID },
      search: filter,
    });
    const [before = '', after = ''] = publicHref.split(ID);
    return (matterId) => `${before}${matterId}${after}`;
  }, [router, filter]);
}
