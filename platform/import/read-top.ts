/** The first rows of a file as they stand, before anybody knows which of them is the heading. */
import { existsSync } from 'node:fs';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Top } from './aside/messages.ts';
import { csvRecords } from './read-csv.ts';
import { formatOf } from './read-table.ts';
import { xlsxSheets } from './read-xlsx.ts';
import type { ReadingOptions } from './table.ts';

/** Rows among which a heading is looked for, and some below it. */
const ROWS = 15;

/** A GeoJSON has no heading, and so no top. Refuses as `readTable`. */
export async function readTop(path: string, options: ReadingOptions): Promise<Outcome<Top>> {
  if (!existsSync(path)) return refused({ code: 'file.unknown' });
  switch (options.format ?? formatOf(path)) {
    case 'csv':
      return topOfCsv(path, options);
    case 'xlsx':
      return topOfWorkbook(path, options);
    case 'geojson':
      return done({ rows: [], sheets: [] });
    default:
      return refused({ code: 'file.unreadable' });
  }
}

async function topOfCsv(path: string, options: ReadingOptions): Promise<Outcome<Top>> {
  const records = await csvRecords(path, options);
  if (!records.ok) return records;
  const rows: (readonly string[])[] = [];
  for await (const { line, record } of records.value) {
    while (rows.length < line - 1) rows.push([]);
    rows.push(record);
    if (rows.length >= ROWS) break;
  }
  return done({ rows, sheets: [] });
}

async function topOfWorkbook(path: string, { sheet }: ReadingOptions): Promise<Outcome<Top>> {
  const sheets = await xlsxSheets(path);
  if (!sheets.ok) return sheets;
  const chosen = sheets.value.find(
    ({ name }, at) => (sheet ?? 1) === name || (sheet ?? 1) === at + 1,
  );
  if (chosen === undefined) return refused({ code: 'import.mapping', field: 'sheet' });
  return done({ rows: chosen.rows.slice(0, ROWS), sheets: sheets.value.map(({ name }) => name) });
}
