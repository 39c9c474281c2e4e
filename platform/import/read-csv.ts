/** Comma-separated files, row by row: a file may be larger than memory. */
import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { decoded, encodingOf } from './encoding.ts';
import type { Mapping } from './mapping.ts';
import { LONGEST_CELL, MOST_COLUMNS, type RawRow, type Table } from './table.ts';

/** A record that never ends is a quote that never closes. */
const LONGEST_RECORD = 4_000_000;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

export async function readCsv(
  path: string,
  mapping: Pick<Mapping, 'encoding' | 'delimiter'>,
): Promise<Outcome<Table>> {
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
  const heading = await nextRecord(records);
  if (heading === undefined || 'problem' in heading) return refused({ code: 'file.unreadable' });
  const columns = heading.record.map((name) => name.trim());
  if (columns.length > MOST_COLUMNS || columns.every((name) => name === ''))
    return refused({ code: 'file.unreadable' });
  return done({
    columns,
    rows: rowsOf(records, columns),
    progress: () => Math.min(1, read / size),
  });
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
    line = next.info.records + next.info.empty_lines;
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
