/** The list as lines, grouped or not, with what is still to be read of it. */
import { useCallback, useMemo, useState } from 'react';
import { type Grouping, groupMatters, type MatterSummary } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { type FilterQuery, groupingOf, queryOf } from '../filter/filter-address.ts';
import { type Line, linesOfGroups, linesOfRows, openAtFirst } from './list-lines.ts';
import { useGroupPages } from './use-group-pages.ts';
import { useMatterPages } from './use-matter-pages.ts';

/** Lines before the end of what is read at which more is read. */
const AHEAD = 40;

export interface ListLines {
  readonly lines: readonly Line[];
  /** The matters among them, in their order. */
  readonly rows: readonly MatterSummary[];
  readonly by: Grouping | undefined;
  readonly pending: boolean;
  readonly error: unknown;
  /** Everything that fits is among the lines. */
  readonly whole: boolean;
  /** Told how far somebody has come; reads on where that is near the end of what was read. */
  readonly reach: (index: number) => void;
  readonly toggle: (key: string) => void;
  readonly retry: () => void;
}

/** @param enabled false while it is not known yet what the list begins with */
export function useListLines(filter: FilterQuery, enabled: boolean): ListLines {
  const by = groupingOf(filter);
  const flat = useFlat(filter, enabled && by === undefined);
  const grouped = useGrouped(filter, by);
  return by === undefined ? flat : grouped;
}

function useFlat(filter: FilterQuery, enabled: boolean): ListLines {
  const pages = useMatterPages(filter, enabled);
  return useMemo(
    () => ({
      lines: linesOfRows(pages.rows),
      rows: pages.rows,
      by: undefined,
      pending: pages.pending,
      error: pages.error,
      whole: !pages.more,
      reach: (index) => {
        if (pages.more && index >= pages.rows.length - AHEAD) pages.loadMore();
      },
      toggle: () => undefined,
      retry: pages.retry,
    }),
    [pages],
  );
}

function useGrouped(filter: FilterQuery, by: Grouping | undefined): ListLines {
  const read = useRead(
    groupMatters,
    { query: { ...queryOf(filter), by: by ?? 'state' } },
    { enabled: by !== undefined, keep: true },
  );
  const groups = useMemo(
    () => (by === undefined ? [] : (read.data?.groups ?? [])),
    [by, read.data],
  );
  const [opened, toggle] = useOpened(`${by} ${JSON.stringify(queryOf(filter))}`);
  const open = useMemo(() => opened ?? openAtFirst(groups), [opened, groups]);
  const pages = useGroupPages(filter, by === undefined ? [] : open);
  const lines = useMemo(
    () => linesOfGroups(groups, new Set(open), (key) => pages.get(key)?.rows),
    [groups, open, pages],
  );
  const { isPending: pending, error, refetch } = read;
  return useMemo(
    () => ({
      lines,
      rows: lines.flatMap((line) => (line.kind === 'matter' ? [line.matter] : [])),
      by,
      pending,
      error,
      whole: lines.every((line) => line.kind !== 'waiting'),
      reach: (index) => {
        for (const line of lines.slice(0, index + AHEAD)) {
          if (line.kind !== 'group' || !line.open) continue;
          const part = pages.get(line.group.key);
          const next = lines.findIndex((one) => one.id === `${line.id} waiting`);
          if (part?.more && next >= 0 && next <= index + AHEAD) part.loadMore();
        }
      },
      toggle: (key) => toggle(open, key),
      retry: () => {
        refetch().catch(reportError);
      },
    }),
    [lines, by, pending, error, pages, toggle, open, refetch],
  );
}

/** Which groups stand open; undefined until somebody opened or closed one of this list. */
function useOpened(
  list: string,
): [readonly string[] | undefined, (before: readonly string[], key: string) => void] {
  const [state, setState] = useState<{ list: string; keys: readonly string[] }>();
  const toggle = useCallback(
    (before: readonly string[], key: string): void => {
      const keys = before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
      setState({ list, keys });
    },
    [list],
  );
  return [state?.list === list ? state.keys : undefined, toggle];
}
