/** Workbooks: checked as an archive first, then one sheet as rows. */
import { readFileSync, statSync } from 'node:fs';
import { readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { LONGEST_CELL, MOST_COLUMNS, type RawRow, type Table } from './table.ts';
import { checkZip } from './zip-check.ts';

const LARGEST = 50_000_000;

export async function readXlsx(path: string, sheet: string | number = 1): Promise<Outcome<Table>> {
  if (statSync(path).size > LARGEST)
    return refused({ code: 'file.too_large', detail: { limit: '50 MB' } });
  const bytes = readFileSync(path);
  const checked = checkZip(bytes);
  if (!checked.ok) return checked;
  const grid = await gridOf(bytes, sheet);
  if (!grid.ok) return grid;
  const [heading = [], ...rows] = grid.value;
  const columns = heading.map((name) => String(name ?? '').trim());
  if (columns.length > MOST_COLUMNS || columns.every((name) => name === ''))
    return refused({ code: 'file.unreadable' });
  let read = 0;
  async function* all(): AsyncGenerator<RawRow> {
    for (const row of rows) {
      read += 1;
      if (row.some((cell) => cell !== null)) yield rowOf(row, columns, read + 1);
    }
  }
  return done({ columns, rows: all(), progress: () => read / Math.max(1, rows.length) });
}

type Grid = readonly (readonly unknown[])[];

async function gridOf(bytes: Buffer, sheet: string | number): Promise<Outcome<Grid>> {
  try {
    return done(await readSheet(bytes, sheet));
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
