/** Workbooks: checked as an archive first, then one sheet as rows. */
import { readFileSync, statSync } from 'node:fs';
import readWorkbook, { readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import {
  columnsOfHeading,
  LONGEST_CELL,
  MOST_COLUMNS,
  type RawRow,
  type ReadingOptions,
  type Table,
} from './table.ts';
import { checkZip } from './zip-check.ts';

const LARGEST = 50_000_000;

export async function readXlsx(
  path: string,
  { sheet, heading = { row: 1, rows: 1 } }: Pick<ReadingOptions, 'sheet' | 'heading'>,
): Promise<Outcome<Table>> {
  const grid = await xlsxGrid(path, sheet);
  if (!grid.ok) return grid;
  const begins = heading.row - 1 + heading.rows;
  const columns = columnsOfHeading(grid.value.slice(heading.row - 1, begins));
  const rows = grid.value.slice(begins);
  if (columns.length > MOST_COLUMNS || columns.every((name) => name === ''))
    return refused({ code: 'file.unreadable' });
  let read = 0;
  async function* all(): AsyncGenerator<RawRow> {
    for (const row of rows) {
      read += 1;
      if (row.some((cell) => cell !== null)) yield rowOf(row, columns, read + begins);
    }
  }
  return done({ columns, rows: all(), progress: () => read / Math.max(1, rows.length) });
}

type Grid = readonly (readonly unknown[])[];

/** All rows of one sheet, the first unless told. */
async function xlsxGrid(path: string, sheet: string | number = 1): Promise<Outcome<Grid>> {
  const bytes = checkedBytes(path);
  return bytes.ok ? unlessBroken(() => readSheet(bytes.value, sheet)) : bytes;
}

/** All sheets with their names. Refuses `file.too_large`, `file.bomb`, `file.unreadable`. */
export async function xlsxSheets(
  path: string,
): Promise<Outcome<readonly { readonly name: string; readonly rows: Grid }[]>> {
  const bytes = checkedBytes(path);
  if (!bytes.ok) return bytes;
  const sheets = await unlessBroken(() => readWorkbook(bytes.value));
  if (!sheets.ok) return sheets;
  return done(sheets.value.map(({ sheet, data }) => ({ name: sheet, rows: data })));
}

function checkedBytes(path: string): Outcome<Buffer> {
  if (statSync(path).size > LARGEST)
    return refused({ code: 'file.too_large', detail: { limit: '50 MB' } });
  const bytes = readFileSync(path);
  const checked = checkZip(bytes);
  return checked.ok ? done(bytes) : checked;
}

async function unlessBroken<T>(read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return done(await read());
  } catch (error) {
    if (error instanceof SheetNotFoundError)
      return refused({ code: 'import.mapping', field: 'sheet' });
    // The archive was sound, so what fails here is a workbook that is none.
    return refused({ code: 'file.unreadable' });
  }
}

function rowOf(row: readonly unknown[], columns: readonly string[], number: number): RawRow {
  const cells: Record<string, unknown> = {};
  for (const [at, column] of columns.entries()) {
    const cell = row[at] ?? null;
    if (typeof cell === 'string' && cell.length > LONGEST_CELL)
      return {
        number,
        cells: {},
        problem: { code: 'input.too_long', field: column, detail: { limit: LONGEST_CELL } },
      };
    if (column !== '' && !Object.hasOwn(cells, column)) cells[column] = cell;
  }
  return { number, cells };
}
