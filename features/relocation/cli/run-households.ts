/** Works through a file of households: what was refused goes aside with its cell, the rest is handed on. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '#kernel/outcome.ts';
import { type BadRows, badRowsFile } from '#platform/import/bad-rows.ts';
import { readTable } from '#platform/import/read-table.ts';
import type { Table } from '#platform/import/table.ts';
import { factSentence } from '../rules/explain/fact-sentence.ts';
import type { Voice } from '../rules/explain/say.ts';
import type { FactProblem, Facts } from '../rules/facts/read-facts.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import type { Calculator } from '../rules/statement.ts';
import { type ColumnPlan, type Columns, columnPlan } from './columns.ts';
import { type CellProblem, cellOfProblem, type Household, householdsOf } from './households.ts';
import { type Speaking, type Stopped, stopped } from './told.ts';

export interface HouseholdsFile {
  readonly table: Table;
  readonly columns: ColumnPlan;
}

export async function householdsFile(
  path: string,
  plan: Plan,
  columns: Columns | undefined,
  { translate, locale }: Pick<Speaking, 'translate' | 'locale'>,
): Promise<Stopped<HouseholdsFile>> {
  const table = await readTable(path, {});
  if (!table.ok) {
    const { code, detail } = table.refusal;
    const reason = translate(locale, `refusal.${code}`, detail);
    return stopped('households_unreadable', { file: path, reason });
  }
  const joined = columnPlan(plan, table.value.columns, columns, path);
  return joined.ok ? done({ table: table.value, columns: joined.value }) : joined;
}

export interface Read {
  readonly household: Household;
  /** As they were given, and as they are calculated with. */
  readonly raw: RawFacts;
  readonly facts: Facts;
}

export interface Counted {
  readonly households: number;
  readonly refused: number;
}

export interface Progress {
  show(part: number, rows: number): void;
  end(): void;
}

/** What a run over households needs besides the file. */
export interface Running {
  readonly plan: Plan;
  readonly calculator: Pick<Calculator, 'readFacts'>;
  readonly asOf: string | undefined;
  readonly badRows: BadRows;
  readonly voice: Voice;
  readonly progress: Progress;
}

export function badRowsIn(folder: string): { readonly path: string; readonly file: BadRows } {
  const path = join(folder, 'bad-rows.csv');
  // Of the last time: whoever finds none after this time shall know that all rows were taken.
  rmSync(path, { force: true });
  mkdirSync(folder, { recursive: true });
  return { path, file: badRowsFile(path) };
}

const SHOW_EVERY = 500;

export async function eachHousehold(
  { table, columns }: HouseholdsFile,
  running: Running,
  take: (read: Read) => void,
): Promise<Counted> {
  let households = 0;
  let refused = 0;
  for await (const household of householdsOf(table, columns)) {
    households += 1;
    if (households % SHOW_EVERY === 0) running.progress.show(table.progress(), households);
    const read = readHousehold(household, columns, running);
    if (read === undefined) refused += 1;
    else take(read);
  }
  running.progress.end();
  return { households, refused };
}

function readHousehold(
  household: Household,
  columns: ColumnPlan,
  running: Running,
): Read | undefined {
  const { calculator, asOf, badRows } = running;
  const { facts, problems } = calculator.readFacts(household.facts, asOf);
  if (household.problems.length === 0 && problems.length === 0)
    return { household, raw: household.facts, facts };
  for (const problem of household.problems) badRows.write(cellRow(problem, running.voice));
  for (const problem of problems) badRows.write(factRow(problem, household, columns, running));
  return undefined;
}

function cellRow({ row, column, value, code, values }: CellProblem, { say }: Voice) {
  return { row, column, value, code, reason: say(`cli.${code}`, values) };
}

function factRow(
  problem: FactProblem,
  household: Household,
  columns: ColumnPlan,
  reader: Pick<Running, 'plan' | 'voice'>,
) {
  const { row, column } = cellOfProblem(problem, household, columns);
  return {
    row,
    column,
    value: problem.value,
    code: problem.code,
    reason: factSentence(problem, reader),
  };
}
