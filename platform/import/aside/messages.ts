/** What travels between a server and the thread that reads a file for it. */
import type { Outcome } from '#kernel/outcome.ts';
import type { RawRow, ReadingOptions } from '../table.ts';

export type Asked = {
  readonly path: string;
  readonly options: ReadingOptions;
  /** The first rows as they stand, or the table below its heading. */
  readonly what: 'top' | 'table';
};

export interface Top {
  readonly rows: readonly (readonly unknown[])[];
  /** Names of a workbook's sheets; empty for other files. */
  readonly sheets: readonly string[];
}

export interface Piece {
  readonly rows: readonly RawRow[];
  /** 0 to 1. */
  readonly progress: number;
  readonly last: boolean;
}

export type Told =
  | { readonly told: 'top'; readonly outcome: Outcome<Top> }
  | { readonly told: 'columns'; readonly outcome: Outcome<readonly string[]> }
  | { readonly told: 'piece'; readonly piece: Piece };
