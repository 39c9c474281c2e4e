/** The list page after page, with rows that change by themselves. */
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listMatters, type MatterSummary } from '#features/matters/contract.ts';
import { call } from '#ui/client/call.ts';
import { type FilterQuery, groupingOf, queryOf, sortOf } from '../filter/filter-address.ts';

const PAGE = 100;
/** Apart from single reads of the same endpoint: what is kept here are pages. */
export const LIST_KEY = `${listMatters.id}.pages`;

/** What TanStack Query needs to know of the list, or of one group of it. */
export function pagesOf(filter: FilterQuery, key?: string) {
  const by = groupingOf(filter);
  const part = key === undefined || by === undefined ? {} : { group: by, key };
  return infiniteQueryOptions({
    queryKey: [LIST_KEY, { ...queryOf(filter), sort: sortOf(filter), ...part }],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      call(
        listMatters,
        {
          query: {
            ...queryOf(filter),
            ...part,
            sort: sortOf(filter),
            limit: PAGE,
            ...(pageParam !== undefined && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 10_000,
  });
}

export interface MatterPages {
  readonly rows: readonly MatterSummary[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

export function useMatterPages(filter: FilterQuery, enabled = true): MatterPages {
  const read = useInfiniteQuery({ ...pagesOf(filter), enabled });
  const rows = useMemo(() => read.data?.pages.flatMap((page) => page.items) ?? [], [read.data]);
  const { isPending: pending, error, fetchNextPage, refetch } = read;
  const more = read.hasNextPage && !read.isFetchingNextPage && !read.isFetchNextPageError;
  // The same until something new is known, so that rows are not drawn again for nothing.
  return useMemo(
    () => ({
      rows,
      pending,
      error,
      more,
      loadMore: () => {
        fetchNextPage().catch(reportError);
      },
      retry: () => {
        refetch().catch(reportError);
      },
    }),
    [rows, pending, error, more, fetchNextPage, refetch],
  );
}
