/** Which rows of a sheet are its heading: offices put a title above it, and groups over two rows. Pure. */
import type { Heading } from '#kernel/mapping.ts';

type Grid = readonly (readonly unknown[])[];

/** Rows that are looked at. */
const LOOKED_AT = 10;
/** Of the widest row, the part that a heading fills. */
const FILLED = 0.6;

/**
 * The first row that is as wide as the table and all words; the one below with
 * it where it names the columns that the first leaves empty. The first row of
 * all where none is like that.
 */
export function guessHeading(rows: Grid): Heading {
  const top = rows.slice(0, LOOKED_AT);
  const width = Math.max(0, ...rows.map((row) => filledOf(row).length));
  const found = top.findIndex((row, at) => isHeading(row, top[at + 1], width));
  const at = Math.max(0, found);
  const [first = [], second] = [top[at], top[at + 1]];
  const two = second !== undefined && completes(first, second);
  return { row: at + 1, rows: two ? 2 : 1 };
}

function isHeading(
  row: readonly unknown[],
  next: readonly unknown[] | undefined,
  width: number,
): boolean {
  const filled = filledOf(row);
  if (filled.length < 2 || !filled.every(({ cell }) => isWord(cell))) return false;
  const together = next !== undefined && completes(row, next) ? filledOf(next) : [];
  const columns = new Set([...filled, ...together].map(({ column }) => column));
  return columns.size >= width * FILLED;
}

/** Names below groups: it fills gaps of the first row, and leaves free what the first one names alone. */
function completes(first: readonly unknown[], second: readonly unknown[]): boolean {
  const above = new Set(filledOf(first).map(({ column }) => column));
  const below = filledOf(second);
  if (below.length === 0 || !below.every(({ cell }) => isWord(cell))) return false;
  const width = Math.max(...above, ...below.map(({ column }) => column));
  const gaps = below.filter(({ column }) => !above.has(column)).length;
  const alone = [...above].filter((column) => below.every((one) => one.column !== column)).length;
  return gaps > 0 && alone > 0 && above.size + gaps >= (width + 1) * FILLED;
}

function filledOf(row: readonly unknown[]) {
  return row.flatMap((cell, column) =>
    cell === null || cell === undefined || String(cell).trim() === '' ? [] : [{ cell, column }],
  );
}

/** Words, and no number, date or telephone. */
function isWord(cell: unknown): boolean {
  return typeof cell === 'string' && !/^[\d\s.,:/+()-]+$/.test(cell.trim());
}
