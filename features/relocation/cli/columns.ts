/** Which columns of a households' file hold which facts. */
import { z } from 'zod';
import { done } from '#kernel/outcome.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import { textOf } from './scheme-file.ts';
import { type Stopped, stopped } from './told.ts';

const ColumnsFile = z.strictObject({
  key: z.string().min(1),
  facts: z.record(z.string(), z.string().min(1)).default({}),
});
export type Columns = z.output<typeof ColumnsFile>;

export interface FactColumn {
  readonly fact: string;
  readonly column: string;
  readonly list: string | null;
}

export interface ColumnPlan {
  /** Null: households are known by their rows. */
  readonly key: string | null;
  readonly facts: readonly FactColumn[];
  /** Facts for which the file has no column. */
  readonly absent: readonly string[];
}

/** The file named by `--mapping`, else what the scheme itself says. */
export function columnsFrom(path: string | undefined, plan: Plan): Stopped<Columns | undefined> {
  if (path === undefined) return done(plan.scheme.columns);
  const text = textOf(path);
  const read = text === undefined ? undefined : ColumnsFile.safeParse(parsed(text));
  return read?.success === true ? done(read.data) : stopped('mapping_bad', { file: path });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

/** Joins headings and facts; an empty heading is a merged one, and two alike cannot be told apart. */
export function columnPlan(
  plan: Plan,
  headings: readonly string[],
  columns: Columns | undefined,
  file: string,
): Stopped<ColumnPlan> {
  const last = headings.findLastIndex((heading) => heading !== '');
  const named = headings.slice(0, last + 1);
  const empty = named.indexOf('');
  if (empty !== -1) return stopped('column_empty', { file, at: empty + 1 });
  const double = named.find((heading, at) => named.indexOf(heading) !== at);
  if (double !== undefined) return stopped('column_double', { file, column: double });
  const key = columns?.key ?? null;
  if (key !== null && !named.includes(key)) return stopped('column_missing', { file, column: key });
  return factColumns(plan, named, columns, { file, key });
}

function factColumns(
  plan: Plan,
  headings: readonly string[],
  columns: Columns | undefined,
  { file, key }: { readonly file: string; readonly key: string | null },
): Stopped<ColumnPlan> {
  const told = columns?.facts ?? {};
  const { entries } = plan.names;
  const unknown = Object.keys(told).find((fact) => entries.get(fact)?.sort !== 'fact');
  if (unknown !== undefined) return stopped('fact_unknown', { fact: unknown });
  const facts: FactColumn[] = [];
  const absent: string[] = [];
  for (const entry of entries.values()) {
    if (entry.sort !== 'fact') continue;
    const column = told[entry.name] ?? entry.name;
    if (headings.includes(column)) facts.push({ fact: entry.name, column, list: entry.list });
    else if (told[entry.name] !== undefined) return stopped('column_missing', { file, column });
    else if (entry.fact.source !== 'as_of') absent.push(entry.name);
  }
  return done({ key, facts, absent });
}
