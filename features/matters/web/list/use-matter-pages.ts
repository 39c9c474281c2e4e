/** The list page after page, with rows that change by themselves. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listMatters, type MatterSummary } from '#features/matters/contract.ts';
import { call } from '#ui/client/call.ts';
import { type FilterQuery, queryOf } from '../filter/filter-address.ts';

const PAGE = 100;
/** Apart from single reads of the same endpoint: what is kept here are pages. */
export const LIST_KEY = `${listMatters.id}.pages`;

type Sort = 'due' | 'reported' | 'reported_asc';

export interface MatterPages {
  readonly rows: readonly MatterSummary[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

export function useMatterPages(filter: FilterQuery): MatterPages {
  const read = useInfiniteQuery({
    queryKey: [LIST_KEY, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      call(
        listMatters,
        {
          query: {
            ...queryOf(filter),
            sort: (filter.sort ?? 'due') as Sort,
            limit: PAGE,
            ...(pageParam !== undefined && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 10_000,
  });
  const rows = useMemo(() => read.data?.pages.flatMap((page) => page.items) ?? [], [read.data]);
  return {
    rows,
    pending: read.isPending,
    error: read.error,
    more: read.hasNextPage && !read.isFetchingNextPage && !read.isFetchNextPageError,
    loadMore: () => {
      read.fetchNextPage().catch(reportError);
    },
    retry: () => {
      read.refetch().catch(reportError);
    },
  };
}
