/** What every reader makes of a file. */
import type { Mapping } from '#kernel/mapping.ts';
import type { Refusal } from '#kernel/refusal.ts';

export interface RawRow {
  /** Row as a spreadsheet shows it (the heading is 1), place of a feature (from 1). */
  readonly number: number;
  readonly cells: Readonly<Record<string, unknown>>;
  /** GeoJSON only. */
  readonly geometry?: unknown;
  /** Why the row could not be read at all. */
  readonly problem?: Refusal;
}

export type ReadingOptions = Pick<
  Mapping,
  'format' | 'encoding' | 'delimiter' | 'sheet' | 'heading'
>;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<RawRow>;
  /** Part of the file read so far, 0 to 1. */
  progress(): number;
}

/**
 * Names of the columns from the rows of a heading: a name that spans several
 * columns stands in the first of them, so it is carried to the right over those
 * that have a name of their own below it. Of two columns with one name the
 * second is `name (2)`.
 */
export function columnsOfHeading(rows: readonly (readonly unknown[])[]): readonly string[] {
  const texts = rows.map((row) => row.map(headingText));
  const width = Math.max(0, ...texts.map((row) => row.length));
  const below = (row: number, column: number): boolean =>
    texts.slice(row + 1).some((other) => (other[column] ?? '') !== '');
  const taken = new Map<string, number>();
  const carried = texts.map((row, at) => {
    let group = '';
    return Array.from({ length: width }, (_, column) => {
      const own = row[column] ?? '';
      if (own !== '') group = below(at, column) ? own : '';
      return own === '' && below(at, column) ? group : own;
    });
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = carried.map((row) => row[column] ?? '').filter((part) => part !== '');
    const name = [...new Set(parts)].join(' ');
    if (name === '') return '';
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** A line break within a heading is where it was too long for its cell. */
function headingText(cell: unknown): string {
  return String(cell ?? '')
    .replaceAll(/\s*[\r\n]+\s*/g, '')
    .trim();
}

/** Longest text of a cell that is looked at; a megabyte in a cell is no record. */
export const LONGEST_CELL = 200_000;
/** Most columns a file may have. */
export const MOST_COLUMNS = 1_000;
