/** The widths of the columns shown: beside a detail only what tells a matter best. */
import type { CSSProperties } from 'react';
import type { Column } from '#features/matters/contract.ts';

const TRACKS: Readonly<Record<Column, string>> = {
  standing: '122px',
  number: '106px',
  title: 'minmax(160px, 2.6fr)',
  category: 'minmax(76px, 1fr)',
  area: 'minmax(84px, 0.9fr)',
  handler: 'minmax(76px, 0.9fr)',
  source: 'minmax(76px, 104px)',
  state: 'minmax(76px, 96px)',
  reported: '104px',
  due: '104px',
  closed: '104px',
};

/** The box before each row. */
const CHOICE = '16px';

/** What stays where there is little room, the more telling first. */
const TELLING: readonly Column[] = ['title', 'standing', 'due', 'handler', 'reported', 'area'];
const FEW = 4;

/** Those of the columns that stay beside an open detail, in their order. */
export function tellingOf(columns: readonly Column[]): readonly Column[] {
  const kept = TELLING.filter((column) => columns.includes(column)).slice(0, FEW);
  return columns.filter((column) => kept.includes(column));
}

/** Two sets of grid tracks; the style sheet takes the one that fits. */
export function tracksOf(columns: readonly Column[]): CSSProperties {
  const tracks = (some: readonly Column[]) =>
    [CHOICE, ...some.map((column) => TRACKS[column])].join(' ');
  return {
    '--columns': tracks(columns),
    '--columns-few': tracks(tellingOf(columns)),
  } as CSSProperties;
}
