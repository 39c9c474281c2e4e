/** A file written line by line, in pieces, so that it may be larger than memory. */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface LinesFile {
  line(text: string): void;
  close(): void;
}

const PIECE = 1 << 20;

/** @throws the system's error where the file cannot be made; what it holds is of households, so only its owner reads it */
export function linesFile(path: string, ending = '\n', beginning = ''): LinesFile {
  const file = openSync(path, 'w', 0o600);
  let open = beginning;
  const flush = (): void => {
    writeSync(file, open);
    open = '';
  };
  return {
    line(text) {
      open += text + ending;
      if (open.length > PIECE) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

const BYTE_ORDER_MARK = String.fromCharCode(0xfeff);

/** A CSV as spreadsheets open it; what one would take for a formula is made a text. */
export function csvFile(path: string): { row(cells: readonly string[]): void; close(): void } {
  const lines = linesFile(path, '\r\n', BYTE_ORDER_MARK);
  return { row: (cells) => lines.line(cells.map(csvCell).join(',')), close: () => lines.close() };
}

const AMOUNT = /^-?\d+\.\d{2}$/;

function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !AMOUNT.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
