/** Comma-separated files, row by row: a file may be larger than memory. */
import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Heading, Mapping } from '#kernel/mapping.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { decoded, encodingOf } from './encoding.ts';
import { columnsOfHeading, LONGEST_CELL, MOST_COLUMNS, type RawRow, type Table } from './table.ts';

/** A record that never ends is a quote that never closes. */
const LONGEST_RECORD = 4_000_000;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

type Reading = Pick<Mapping, 'encoding' | 'delimiter' | 'heading'>;

export async function readCsv(path: string, mapping: Reading): Promise<Outcome<Table>> {
  const opened = await open(path, mapping);
  if (!opened.ok) return opened;
  const { records, progress } = opened.value;
  const heading = await headingOf(records, mapping.heading ?? { row: 1, rows: 1 });
  if (heading === undefined) return refused({ code: 'file.unreadable' });
  const columns = columnsOfHeading(heading);
  if (columns.length > MOST_COLUMNS || columns.every((name) => name === ''))
    return refused({ code: 'file.unreadable' });
  return done({ columns, rows: rowsOf(records, columns), progress });
}

/** All records with the line a spreadsheet shows them on, up to one that cannot be read. */
export async function csvRecords(
  path: string,
  mapping: Reading,
): Promise<Outcome<AsyncIterable<{ readonly line: number; readonly record: readonly string[] }>>> {
  const opened = await open(path, mapping);
  if (!opened.ok) return opened;
  const { records, close } = opened.value;
  async function* all() {
    try {
      for (;;) {
        const next = await nextRecord(records);
        if (next === undefined || 'problem' in next) return;
        yield { line: lineOf(next), record: next.record };
      }
    } finally {
      close();
    }
  }
  return done(all());
}

interface Opened {
  readonly records: AsyncIterator<Parsed>;
  readonly progress: () => number;
  readonly close: () => void;
}

async function open(path: string, mapping: Reading): Promise<Outcome<Opened>> {
  const encoding = mapping.encoding === undefined ? await encodingOf(path) : done(mapping.encoding);
  if (!encoding.ok) return encoding;
  const size = Math.max(1, statSync(path).size);
  let read = 0;
  const text = Readable.from(
    decoded(path, encoding.value, (count) => {
      read += count;
    }),
  );
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    delimiter: mapping.delimiter ?? ',',
  });
  text.on('error', (error) => parser.destroy(error));
  const records: AsyncIterator<Parsed> = text.pipe(parser)[Symbol.asyncIterator]();
  return done({
    records,
    progress: () => Math.min(1, read / size),
    close: () => {
      text.destroy();
      parser.destroy();
    },
  });
}

/** Rows without a cell are left out by the reader and counted by a spreadsheet. */
function lineOf({ info }: Parsed): number {
  return info.records + info.empty_lines;
}

/** Undefined where the file ends before it. */
async function headingOf(
  records: AsyncIterator<Parsed>,
  { row, rows }: Heading,
): Promise<readonly (readonly string[])[] | undefined> {
  const heading: (readonly string[])[] = [];
  let line = 0;
  while (line < row - 1 + rows) {
    const next = await nextRecord(records);
    if (next === undefined || 'problem' in next) return undefined;
    line = lineOf(next);
    if (line >= row) heading.push(next.record);
  }
  return heading;
}

async function* rowsOf(
  records: AsyncIterator<Parsed>,
  columns: readonly string[],
): AsyncGenerator<RawRow> {
  /** As a spreadsheet shows it: line breaks within a cell make no new row. */
  let line = 1;
  for (;;) {
    const next = await nextRecord(records);
    if (next === undefined) return;
    if ('problem' in next) {
      // Nothing after a quote that never closes can be told apart.
      yield { number: line + 1, cells: {}, problem: { code: 'file.unreadable' } };
      return;
    }
    line = lineOf(next);
    // A row of separators alone is an empty row of a spreadsheet.
    if (next.record.every((cell) => cell.trim() === '')) continue;
    yield rowOf(next.record, columns, line);
  }
}

function rowOf(record: readonly string[], columns: readonly string[], number: number): RawRow {
  if (record.length > columns.length && record.slice(columns.length).some((cell) => cell !== ''))
    return { number, cells: {}, problem: { code: 'input.invalid' } };
  const cells: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    const cell = record[at] ?? '';
    if (cell.length > LONGEST_CELL)
      return {
        number,
        cells: {},
        problem: { code: 'input.too_long', field: column, detail: { limit: LONGEST_CELL } },
      };
    // Of two columns with one name the first counts.
    if (!Object.hasOwn(cells, column)) cells[column] = cell;
  }
  return { number, cells };
}

async function nextRecord(
  records: AsyncIterator<Parsed>,
): Promise<Parsed | { readonly problem: CsvError } | undefined> {
  try {
    const { value, done: over } = await records.next();
    return over === true ? undefined : value;
  } catch (error) {
    if (error instanceof CsvError) return { problem: error };
    throw error;
  }
}
