/** The lines in sight: only those are drawn, the next page comes before it is reached. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawn, useSightStop } from '#ui/lists/use-sight-stop.ts';
import { Empty, Failed, Waiting } from '#ui/lists/waiting.tsx';
import { useNarrow } from '#ui/theme/use-media.ts';
import { columnsOfAddress, type FilterQuery } from '../filter/filter-address.ts';
import type { FilterControl } from '../filter/use-filter.ts';
import { useMatterAddress } from '../lookup/use-matter-address.ts';
import { tracksOf } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { GroupRow, WaitingRow } from './group-row.tsx';
import type { Line } from './list-lines.ts';
import { MatterRow } from './matter-row.tsx';
import type { ListLines } from './use-list-lines.ts';
import type { RowKeys } from './use-row-keys.ts';

const ROW = 41;
const CARD = 92;
const HEAD = 34;

interface MatterGridProps {
  readonly list: ListLines;
  readonly keys: RowKeys;
  readonly openId: string | undefined;
  readonly open: (id: string) => void;
  readonly control: FilterControl;
}

export function MatterGrid(props: MatterGridProps): ReactNode {
  const { list, control } = props;
  const narrow = useNarrow();
  if (list.pending) return <Waiting rows={10} />;
  if (list.lines.length === 0 && list.error) {
    return <Failed error={list.error} retry={list.retry} />;
  }
  if (list.lines.length === 0) return <NoMatters filter={control.filter} />;
  const height = narrow ? CARD : ROW;
  return <Rows key={height} {...props} height={height} />;
}

function Rows({
  list,
  keys,
  openId,
  open,
  control,
  height,
}: MatterGridProps & { readonly height: number }): ReactNode {
  const { t } = useTranslation('matters');
  const scroll = useRef<HTMLDivElement>(null);
  const { lines } = list;
  const { columns: wanted } = control.filter;
  const columns = useMemo(
    () => columnsOfAddress(wanted === undefined ? {} : { columns: wanted }),
    [wanted],
  );
  const addressOf = useMatterAddress(control.filter);
  const current = useMemo(
    () => lines.findIndex((line) => line.id === keys.currentId),
    [lines, keys.currentId],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => (lines[at]?.kind === 'matter' ? height : ROW),
    getItemKey: (at) => lines[at]?.id ?? at,
    overscan: 8,
    rangeExtractor: useDrawn(current),
  });
  const shown = virtual.getVirtualItems();
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => list.reach(last), [list, last]);
  const { asked } = keys;
  const opened = current >= 0 && keys.currentId === openId;
  const bring = useEffectEvent(() => {
    if (current >= 0) bringInSight(virtual, current);
  });
  // By keys and by opening; what the mouse came to is seen already and stays below the pointer.
  useEffect(() => {
    if (opened || asked > 0) bring();
  }, [opened, asked]);
  const latest = useRef({ toggle: keys.toggle, setCurrent: keys.setCurrent, open });
  useEffect(() => {
    latest.current = { toggle: keys.toggle, setCurrent: keys.setCurrent, open };
  });
  // The same functions each time, so that a row is drawn anew only where it changed.
  const choose = useCallback(
    (id: string, through: boolean) => latest.current.toggle(id, through),
    [],
  );
  const follow = useCallback((id: string) => {
    latest.current.setCurrent(id);
    latest.current.open(id);
  }, []);
  const body = useRef<HTMLTableSectionElement>(null);
  const stop = useSightStop({
    body,
    count: lines.length,
    at: current,
    asked: keys.asked,
    shown: shown.map(({ index }) => index),
    page: () => Math.floor(((virtual.scrollRect?.height ?? HEAD) - HEAD) / height),
    stand: (at, focus) => {
      const line = lines[at];
      if (focus) return keys.go(at);
      if (line !== undefined) keys.setCurrent(line.id);
    },
  });
  const draw = (line: Line, index: number, offset: number): ReactNode => {
    const common = { index, offset, current: line.id === keys.currentId };
    if (line.kind === 'waiting') return <WaitingRow key={line.id} {...common} />;
    if (line.kind === 'group') {
      return (
        <GroupRow
          key={line.id}
          {...common}
          group={line.group}
          open={line.open}
          by={list.by}
          columns={columns.length + 1}
          toggle={list.toggle}
        />
      );
    }
    return (
      <MatterRow
        key={line.id}
        {...common}
        matter={line.matter}
        columns={columns}
        opened={line.id === openId}
        chosen={keys.selected.has(line.id)}
        addressOf={addressOf}
        open={follow}
        choose={choose}
      />
    );
  };
  return (
    <div ref={scroll} className="matter-scroll">
      <table
        className="matter-grid"
        style={tracksOf(columns)}
        aria-label={t('web.list.title')}
        aria-rowcount={list.whole ? lines.length + 1 : -1}
      >
        <GridHead
          columns={columns}
          control={control}
          chosen={chosenOf(list, keys)}
          chooseAll={keys.toggleAll}
        />
        <tbody ref={body} style={{ height: virtual.getTotalSize() }} {...stop}>
          {shown.map(({ index, start }) => {
            const line = lines[index];
            return line && draw(line, index, start);
          })}
        </tbody>
      </table>
    </div>
  );
}

/**
 * Scrolls as far as a line needs to be seen whole. Heights are known, so nothing is
 * measured: to ask the page for them would have it laid out before it is painted.
 */
function bringInSight(
  {
    measurementsCache,
    scrollOffset,
    scrollRect,
    scrollElement,
  }: Virtualizer<HTMLDivElement, Element>,
  index: number,
): void {
  const line = measurementsCache[index];
  if (line === undefined || scrollOffset === null || scrollRect === null) return;
  // The head stays above the rows and takes its height from the window.
  const lowest = line.end + HEAD - scrollRect.height;
  const top = Math.min(Math.max(scrollOffset, lowest), line.start);
  if (top !== scrollOffset) scrollElement?.scrollTo({ top });
}

/** Whether all, some or none of the matters shown are chosen. */
function chosenOf({ rows }: ListLines, { selected }: RowKeys): 'all' | 'some' | 'none' {
  if (selected.size === 0) return 'none';
  return rows.every(({ matterId }) => selected.has(matterId)) ? 'all' : 'some';
}

function NoMatters({ filter }: { readonly filter: FilterQuery }): ReactNode {
  const { t } = useTranslation('matters');
  const shape = ['open', 'sort', 'group', 'columns', 'view'];
  const narrowed = Object.keys(filter).some((key) => !shape.includes(key));
  return (
    <Empty title={t(narrowed ? 'web.list.noneFits' : 'web.list.none')}>
      {t(narrowed ? 'web.list.noneFitsNext' : 'web.list.noneNext')}
    </Empty>
  );
}
