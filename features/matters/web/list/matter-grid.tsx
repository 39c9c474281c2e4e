/** The rows: only those in sight are drawn, the next page comes before it is reached. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Waiting } from '#ui/lists/waiting.tsx';
import { useNarrow } from '#ui/theme/use-media.ts';
import type { FilterQuery } from '../filter/filter-address.ts';
import { MatterRow } from './matter-row.tsx';
import type { MatterPages } from './use-matter-pages.ts';
import type { RowKeys } from './use-row-keys.ts';

const ROW = 41;
const CARD = 92;
const HEAD = 34;
const AHEAD = 40;
const COLUMNS = ['standing', 'number', 'title', 'category', 'handler', 'due'] as const;

interface MatterGridProps {
  readonly pages: MatterPages;
  readonly keys: RowKeys;
  readonly openId: string | undefined;
  readonly filter: FilterQuery;
}

export function MatterGrid({ pages, keys, openId, filter }: MatterGridProps): ReactNode {
  const narrow = useNarrow();
  if (pages.pending) return <Waiting rows={10} />;
  if (pages.rows.length === 0 && pages.error) {
    return <Failed error={pages.error} retry={pages.retry} />;
  }
  if (pages.rows.length === 0) return <NoMatters filter={filter} />;
  const height = narrow ? CARD : ROW;
  return <Rows key={height} pages={pages} keys={keys} openId={openId} height={height} />;
}

type RowsProps = Omit<MatterGridProps, 'filter'> & { readonly height: number };

function Rows({ pages, keys, openId, height }: RowsProps): ReactNode {
  const { t } = useTranslation('matters');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: pages.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
    // The head stays above the rows and takes its height from the window.
    scrollPaddingEnd: HEAD,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (pages.more && last >= pages.rows.length - AHEAD) pages.loadMore();
  }, [pages, last]);
  const current = pages.rows.findIndex((row) => row.matterId === keys.currentId);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);
  return (
    <div ref={scroll} className="matter-scroll">
      <table
        className="matter-grid"
        aria-label={t('web.list.title')}
        aria-rowcount={pages.more ? -1 : pages.rows.length + 1}
      >
        <thead>
          <tr className="matter-grid-head" aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {t(`web.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const matter = pages.rows[index];
            return (
              matter && (
                <MatterRow
                  key={matter.matterId}
                  matter={matter}
                  index={index}
                  offset={start}
                  current={matter.matterId === keys.currentId}
                  opened={matter.matterId === openId}
                  chosen={keys.selected.has(matter.matterId)}
                  focus={keys.setCurrent}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function NoMatters({ filter }: { readonly filter: FilterQuery }): ReactNode {
  const { t } = useTranslation('matters');
  const narrowed = Object.keys(filter).some((key) => key !== 'open' && key !== 'sort');
  return (
    <Empty title={t(narrowed ? 'web.list.noneFits' : 'web.list.none')}>
      {t(narrowed ? 'web.list.noneFitsNext' : 'web.list.noneNext')}
    </Empty>
  );
}
