/**
 * The households of a file, one after the other: rows that follow each other
 * with one number (or none, as under merged cells) are one household, and the
 * lists of the scheme are filled from them row by row.
 */
import type { RawRow, Table } from '#platform/import/table.ts';
import type { FactProblem } from '../rules/facts/read-facts.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import words from '../rules/words.json' with { type: 'json' };
import type { ColumnPlan, FactColumn } from './columns.ts';

type Cell = string | boolean;

export interface Household {
  readonly key: string;
  /** Its first row, as a spreadsheet counts. */
  readonly row: number;
  readonly facts: RawFacts;
  /** Rows of the file by place in each list, for what is wrong in one. */
  readonly rows: readonly number[];
  readonly problems: readonly CellProblem[];
}

export interface CellProblem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  /** Key of the sentence behind `relocation.cli.`. */
  readonly code: 'key_missing' | 'key_twice' | 'cells_differ' | 'row_too_wide';
  readonly values: Readonly<Record<string, string>>;
}

/** Reads cells as the spreadsheet shows them: numbers to fifteen digits, dates without a zone. */
function cellOf(value: unknown): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
  }
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

export async function* householdsOf(table: Table, columns: ColumnPlan): AsyncGenerator<Household> {
  const seen = new Set<string>();
  let open: Gathering | undefined;
  /** Only lists need more than one row for a household. */
  const hasLists = columns.facts.some(({ list }) => list !== null);
  for await (const row of table.rows) {
    const key = keyOf(row, columns, hasLists ? open : undefined);
    if (hasLists && open !== undefined && columns.key !== null && key === open.key) {
      open.add(row);
      continue;
    }
    if (open !== undefined) yield open.household();
    open = new Gathering(key, row, columns, seen.has(key));
    if (key !== '') seen.add(key);
  }
  if (open !== undefined) yield open.household();
}

/** Without a number a row goes on with the household above it. */
function keyOf(row: RawRow, columns: ColumnPlan, open: Gathering | undefined): string {
  if (columns.key === null) return String(row.number);
  return String(cellOf(row.cells[columns.key]) ?? open?.key ?? '');
}

const NONE = new Set(words.no);

class Gathering {
  readonly key: string;
  private readonly first: number;
  private readonly columns: ColumnPlan;
  private readonly single: Record<string, Cell> = {};
  private readonly lists = new Map<string, Record<string, Cell>[]>();
  private readonly rows: number[] = [];
  private readonly problems: CellProblem[] = [];

  constructor(key: string, row: RawRow, columns: ColumnPlan, isSeen: boolean) {
    this.key = key;
    this.first = row.number;
    this.columns = columns;
    if (key === '') this.complain(row.number, columns.key ?? '', '', 'key_missing');
    if (isSeen) this.complain(row.number, columns.key ?? '', key, 'key_twice', { key });
    this.add(row);
  }

  private complain(
    row: number,
    column: string,
    value: string,
    code: CellProblem['code'],
    values: CellProblem['values'] = {},
  ): void {
    this.problems.push({ row, column, value, code, values });
  }

  add(row: RawRow): void {
    if (row.problem !== undefined)
      this.complain(row.number, row.problem.field ?? '', '', 'row_too_wide');
    this.rows.push(row.number);
    const parts = new Map<string, Record<string, Cell>>();
    for (const column of this.columns.facts) {
      const cell = cellOf(row.cells[column.column]);
      if (cell === undefined) continue;
      if (column.list === null) this.addSingle(column, cell, row.number);
      else parts.set(column.list, { ...parts.get(column.list), [column.fact]: cell });
    }
    for (const [list, part] of parts) this.addPart(list, part);
  }

  private addSingle({ fact, column }: FactColumn, cell: Cell, row: number): void {
    const before = this.single[fact];
    if (before === undefined) this.single[fact] = cell;
    else if (before !== cell)
      this.complain(row, column, String(cell), 'cells_differ', {
        ...{ fact, first: String(before), second: String(cell) },
      });
  }

  /** A list is empty only where somebody wrote so: 无. */
  private addPart(list: string, part: Record<string, Cell>): void {
    const parts = this.lists.get(list) ?? [];
    const isNone = Object.values(part).every((cell) => NONE.has(String(cell)));
    if (!isNone) parts.push(part);
    this.lists.set(list, parts);
  }

  household(): Household {
    const { key, first: row, rows, problems } = this;
    const facts: RawFacts = { ...this.single, ...Object.fromEntries(this.lists) };
    return { key, row, facts, rows, problems };
  }
}

/** The cell a refused fact stands in. */
export function cellOfProblem(
  { fact, row }: FactProblem,
  household: Household,
  columns: ColumnPlan,
): { readonly row: number; readonly column: string } {
  const column = columns.facts.find((one) => one.fact === fact)?.column ?? fact;
  return {
    row: row === undefined ? household.row : (household.rows[row - 1] ?? household.row),
    column,
  };
}
