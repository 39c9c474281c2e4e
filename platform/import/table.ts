/** What every reader makes of a file. */
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

export interface Table {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<RawRow>;
  /** Part of the file read so far, 0 to 1. */
  progress(): number;
}

/** Longest text of a cell that is looked at; a megabyte in a cell is no record. */
export const LONGEST_CELL = 200_000;
/** Most columns a file may have. */
export const MOST_COLUMNS = 1_000;
