/** The rows that were not taken, in a file that an office opens in its spreadsheet. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { maskedText } from '#kernel/masking.ts';
import type { Refusal, RefusalCode } from '#kernel/refusal.ts';
import type { RawRow } from './table.ts';

export interface BadRow {
  readonly row: number;
  readonly column: string;
  /** What stood there; phone and identity numbers masked. */
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

/** A row that an import refused, or of which it left a field empty. */
export interface RefusedRow extends BadRow {
  readonly code: RefusalCode;
  /** What fills the sentence of the reason in another language. */
  readonly detail: Refusal['detail'] | null;
  /** The whole row, as it stands in the file. */
  readonly cells: RawRow['cells'];
}

export interface BadRows {
  write(row: BadRow): void;
  close(): void;
}

const BYTE_ORDER_MARK = String.fromCharCode(0xfeff);
const LONGEST_VALUE = 200;

/** Makes the file with its first row: a file without bad rows leaves none. */
export function badRowsFile(path: string): BadRows {
  let file: number | undefined;
  return {
    write(row) {
      if (file === undefined) {
        file = openSync(path, 'w', 0o600);
        writeSync(file, `${BYTE_ORDER_MARK}row,column,value,code,reason\r\n`);
      }
      const value = maskedText(row.value.slice(0, LONGEST_VALUE));
      const cells = [String(row.row), row.column, value, row.code, row.reason];
      writeSync(file, `${cells.map(cell).join(',')}\r\n`);
    },
    close() {
      if (file !== undefined) closeSync(file);
    },
  };
}

/** Quoted where needed; what a spreadsheet would take for a formula is made a text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
