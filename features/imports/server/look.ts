/** What stands in a file: its columns with their texts, its heading, and how it was matched last time. */
import { createHash } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { Heading, Mapping } from '#kernel/mapping.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { readTableAside, readTopAside } from '#platform/import/aside/read-aside.ts';
import { GEOJSON_ID } from '#platform/import/read-geojson.ts';
import { formatOf } from '#platform/import/read-table.ts';
import type { Table } from '#platform/import/table.ts';
import type { Services } from '#platform/services.ts';
import type { lookIntoFile } from '../contract.ts';
import { guessHeading } from '../rules/heading.ts';
import { mayStep } from '../rules/states.ts';
import { findRun, type RunRow } from './run-rows.ts';
import { withFile } from './with-file.ts';

/** Different texts of a column that are told; a list of kinds or states is shorter. */
const MOST_VALUES = 40;
const LONGEST_VALUE = 60;

type Looked = Answer<typeof lookIntoFile>;

export async function look(
  services: Services,
  context: Context,
  { params, query }: Input<typeof lookIntoFile>,
): Promise<Outcome<Looked>> {
  const run = await findRun(services.database, context, params.runId);
  if (run === undefined) return refused({ code: 'import.run_unknown' });
  if (!mayStep('match', run.state)) return refused({ code: 'import.run_state' });
  const read = await withFile(services.files, run, (path) => lookAt(path, run, query));
  if (!read.ok) return read;
  if (!read.value.ok) return read.value;
  const { columns } = read.value.value;
  const last = run.mapping ?? (await lastMapping(services.database, context, run, columns));
  return done({
    ...read.value.value,
    columns: columns.filter(({ name, values }) => name !== GEOJSON_ID || values.length > 0),
    known: last,
    remembered: run.mapping === null && last !== null,
  });
}

async function lookAt(
  path: string,
  { fileName, mapping }: RunRow,
  query: Input<typeof lookIntoFile>['query'],
): Promise<Outcome<Omit<Looked, 'known' | 'remembered'>>> {
  const geojson = formatOf(fileName) === 'geojson';
  const known = typeof mapping?.sheet === 'number' ? mapping.sheet : 1;
  const sheet = query.sheet ?? known;
  const top = await readTopAside(path, { sheet });
  if (!top.ok) return top;
  const heading = geojson ? null : headingOf(query, mapping, top.value.rows);
  const table = await readTableAside(path, { sheet, ...(heading && { heading }) });
  if (!table.ok) return table;
  const { rows, columns } = await valuesOf(table.value);
  return done({ sheets: [...top.value.sheets], sheet, heading, geojson, rows, columns });
}

function headingOf(
  { row, rows, sheet }: Input<typeof lookIntoFile>['query'],
  mapping: Mapping | null,
  top: readonly (readonly unknown[])[],
): Heading {
  if (row !== undefined) return { row, rows: rows ?? 1 };
  return (sheet === undefined ? mapping?.heading : undefined) ?? guessHeading(top);
}

async function valuesOf({ columns, rows: all }: Table) {
  const found = new Map(
    columns.filter((name) => name !== '').map((name) => [name, new Set<string>()]),
  );
  let rows = 0;
  for await (const { cells } of all) {
    rows += 1;
    for (const [name, values] of found) {
      if (values.size > MOST_VALUES) continue;
      const text = shown(cells[name]);
      if (text !== '') values.add(text);
    }
  }
  return {
    rows,
    columns: [...found].map(([name, values]) => ({
      name,
      values: [...values].slice(0, MOST_VALUES),
      more: values.size > MOST_VALUES,
    })),
  };
}

/** A cell as a person reads it; longer ones are cut. */
export function shown(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return cell.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '');
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell).trim();
  const characters = Array.from(text);
  return characters.length <= LONGEST_VALUE
    ? text
    : `${characters.slice(0, LONGEST_VALUE - 1).join('')}…`;
}

/** By which the next file with the same headings is known again, whoever brings it. */
export function headingsDigest(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
}

async function lastMapping(
  database: Database,
  { tenantId }: Context,
  { kind }: RunRow,
  columns: Looked['columns'],
): Promise<Mapping | null> {
  const headings = headingsDigest(columns.map(({ name }) => name));
  const [found] = await database.read(tenantId, {
    sql: `select mapping from import_runs
      where tenant_id = $1 and kind = $2 and headings = $3 and mapping is not null
      order by begun_at desc limit 1`,
    parameters: [tenantId, kind, headings],
  });
  return (found?.rows[0]?.['mapping'] as Mapping | undefined) ?? null;
}
