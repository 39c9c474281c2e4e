/** A table of any length: only the rows in sight are drawn, and what can be pressed in them is one stop of the Tab key. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import './sight-table.css';
import { useDrawn, useSightStop } from './use-sight-stop.ts';

interface SightTableProps {
  readonly label: string;
  readonly className: string;
  /** The row of column heads. */
  readonly head: ReactNode;
  readonly count: number;
  readonly keyOf: (at: number) => string | number;
  /** A `tr` with this key, `SIGHT_ROW` high at most. */
  readonly row: (at: number) => ReactNode;
}

/** Height of a row in pixels; the style sheet holds it. */
const SIGHT_ROW = 36;

export function SightTable(props: SightTableProps): ReactNode {
  const { label, className, head, count, keyOf, row } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [stands, setStands] = useState({ at: -1, asked: 0 });
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => SIGHT_ROW,
    getItemKey: keyOf,
    overscan: 6,
    // The head stays above the rows and takes its height from the window.
    scrollPaddingEnd: SIGHT_ROW,
    rangeExtractor: useDrawn(stands.at),
  });
  const shown = virtual.getVirtualItems();
  const stop = useSightStop({
    body,
    count,
    ...stands,
    shown: shown.map(({ index }) => index),
    page: () => Math.floor((virtual.scrollRect?.height ?? 0) / SIGHT_ROW) - 1,
    stand: (at, focus) => setStands(({ asked }) => ({ at, asked: focus ? asked + 1 : asked })),
  });
  const bring = useEffectEvent(() => virtual.scrollToIndex(stands.at, { align: 'auto' }));
  // By keys; what the mouse came to is seen already and stays below the pointer.
  useEffect(() => {
    if (stands.asked > 0) bring();
  }, [stands.asked]);
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroll} className="sight-table">
      <table className={className} aria-label={label} aria-rowcount={count + 1}>
        <thead>{head}</thead>
        <tbody ref={body} {...stop}>
          {shown.map(({ index, key, start }, nth) => {
            const above = start - (shown[nth - 1]?.end ?? 0);
            return (
              <Fragment key={String(key)}>
                {above > 0 && <Space height={above} />}
                {row(index)}
              </Fragment>
            );
          })}
          {below > 0 && <Space height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for rows out of sight. */
function Space({ height }: { readonly height: number }): ReactNode {
  return (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  );
}
