/** A table of any length: only the rows in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import './sight-table.css';

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
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => SIGHT_ROW,
    getItemKey: keyOf,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroll} className="sight-table">
      <table className={className} aria-label={label} aria-rowcount={count + 1}>
        <thead>{head}</thead>
        <tbody>
          {above > 0 && <Space height={above} />}
          {shown.map(({ index }) => row(index))}
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
