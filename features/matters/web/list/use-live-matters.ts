/**
 * Rows follow the server's events: a row that is shown is read anew by itself,
 * counts and the first page at most once in a while.
 */
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import {
  ACTIONS,
  countMatters,
  getMatter,
  groupMatters,
  type MatterDetail,
  type MatterSummary,
  newsOfMatters,
  todayMatters,
} from '#features/matters/contract.ts';
import type { MatterId } from '#kernel/ids.ts';
import { call } from '#ui/client/call.ts';
import { isRefused } from '#ui/client/refused.ts';
import { readKey } from '#ui/client/use-read.ts';
import { MISSED } from '#ui/live/live.ts';
import { useLive } from '#ui/live/use-live.ts';
import { LIST_KEY } from './use-matter-pages.ts';

const GATHER = 1_500;
const KINDS = [
  MISSED,
  ...[...ACTIONS, 'report', 'enter', 'import', 'joined'].map((action) => `matter.${action}`),
];

interface Page {
  readonly items: readonly MatterSummary[];
  readonly next: string | null;
}

export function useLiveMatters(): void {
  const client = useQueryClient();
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = useEffectEvent(() => {
    timer.current = undefined;
    const ids = [...changed.current];
    changed.current.clear();
    refreshRows(client, ids).catch(reportError);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(KINDS, ({ kind, data }) => {
    if (kind === MISSED) client.invalidateQueries().catch(reportError);
    const id = data['matterId'];
    if (typeof id !== 'string') return;
    changed.current.add(id);
    timer.current ??= setTimeout(() => refresh(), GATHER);
  });
}

async function refreshRows(client: QueryClient, ids: readonly string[]): Promise<void> {
  const shown = shownIds(client);
  const stale = ids.filter((id) => shown.has(id));
  await Promise.all(stale.map(async (id) => refreshRow(client, id)));
  await client.invalidateQueries({ queryKey: [countMatters.id] });
  await client.invalidateQueries({ queryKey: [groupMatters.id] });
  await client.invalidateQueries({ queryKey: [todayMatters.id] });
  await client.invalidateQueries({ queryKey: [newsOfMatters.id] });
  if (ids.length > stale.length) await refreshShortLists(client);
}

function shownIds(client: QueryClient): Set<string> {
  const lists = client.getQueriesData<InfiniteData<Page>>({ queryKey: [LIST_KEY], type: 'active' });
  return new Set(
    lists.flatMap(([, data]) =>
      (data?.pages ?? []).flatMap((page) => page.items.map((row) => row.matterId as string)),
    ),
  );
}

async function refreshRow(client: QueryClient, id: string): Promise<void> {
  const request = { params: { matterId: id } };
  try {
    const detail = await call(getMatter, request);
    client.setQueryData(readKey(getMatter, request), detail);
    replaceRow(client, detail);
  } catch (error) {
    // Gone from my scope: the next reading of the list leaves it out.
    if (!isRefused(error)) throw error;
  }
}

/** Puts a matter just read into every list that shows it. */
function replaceRow(client: QueryClient, detail: MatterDetail): void {
  client.setQueriesData<InfiniteData<Page>>({ queryKey: [LIST_KEY] }, (data) => {
    if (data === undefined) return data;
    return {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.map((row) => (row.matterId === detail.matterId ? detail : row)),
      })),
    };
  });
}

/** A long list is not read anew page by page while somebody is in it; a short one is. */
async function refreshShortLists(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    queryKey: [LIST_KEY],
    predicate: (query) => {
      const data = query.state.data as InfiniteData<Page> | undefined;
      return (data?.pages.length ?? 0) <= 1;
    },
  });
}

export async function refreshMatter(client: QueryClient, matterId: MatterId): Promise<void> {
  await refreshRow(client, matterId);
  await client.invalidateQueries({ queryKey: [countMatters.id] });
  await client.invalidateQueries({ queryKey: [groupMatters.id] });
  await client.invalidateQueries({ queryKey: [todayMatters.id] });
  await refreshShortLists(client);
}
