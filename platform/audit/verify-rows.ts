/** Replaying events gives the rows: compared in the database, typed by its own columns. */
import type { TenantId } from '#kernel/ids.ts';
import type { AggregateTable } from '#platform/command/change.ts';
import { quoted, snakeCase } from '#platform/command/identifiers.ts';
import { type Database, DatabaseError, type Rows } from '#platform/database/database.ts';
import type { Protection } from '#platform/protection/protection.ts';
import { eventsOfOne, storedEvents } from './event-rows.ts';
import type { Report } from './finding.ts';
import { type Folded, fold } from './fold.ts';

export interface RowCheck {
  readonly database: Database;
  readonly protection: Protection;
  readonly tenantId: TenantId;
  readonly report: Report;
}

/** How one table is compared; made once per table. */
export interface TableCheck {
  readonly table: AggregateTable;
  readonly sql: string;
  readonly compared: readonly string[];
  readonly secrets: readonly string[];
}

export async function prepareTable(
  database: Database,
  tenantId: TenantId,
  table: AggregateTable,
): Promise<TableCheck> {
  const [found] = await database.read(tenantId, {
    sql: `select attname, pg_get_expr(adbin, adrelid) as preset from pg_attribute
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
          where attrelid = $1::regclass and attnum > 0 and not attisdropped
          and attgenerated = '' order by attname`,
    parameters: [snakeCase(table.table)],
  });
  const id = snakeCase(table.idColumn);
  const secrets = (table.protectedColumns ?? []).map(snakeCase);
  const derived = (table.derivedColumns ?? []).map(snakeCase);
  const apart = new Set(['tenant_id', id, 'version', 'audit_head', ...secrets, ...derived]);
  const columns = (found?.rows ?? []).filter((row) => !apart.has(String(row['attname'])));
  const compared = columns.map((row) => String(row['attname']));
  // A column that no event has set is what the table presets, else null.
  const presets = columns
    .filter((row) => row['preset'] !== null)
    .map((row) => `'${String(row['attname'])}', ${String(row['preset'])}`);
  return { table, compared, secrets, sql: comparison(table, { compared, presets, secrets }) };
}

function comparison(
  table: AggregateTable,
  columns: Readonly<Record<'compared' | 'presets' | 'secrets', readonly string[]>>,
): string {
  const { compared, presets, secrets } = columns;
  const flags = compared.map((name) => `row.${quoted(name)} is distinct from told.${quoted(name)}`);
  const values = secrets.map((name) => `row.${quoted(name)}`);
  // Looked up one by one: a page costs the same in a table of any size, with or without statistics.
  return `
    select want.id, row.version, row.audit_head,
           to_jsonb(array[${flags.join(', ')}]::boolean[]) as differs,
           to_jsonb(array[${values.join(', ')}]::text[]) as secrets
    from jsonb_to_recordset($2::jsonb) as want (id uuid, state jsonb)
    left join lateral (
      select * from ${quoted(table.table)}
      where tenant_id = $1 and ${quoted(table.idColumn)} = want.id limit 1
    ) row on true
    left join lateral jsonb_populate_record(
      null::${quoted(table.table)}, jsonb_build_object(${presets.join(', ')}) || want.state) as told on true`;
}

/** @returns aggregates whose row has moved on since their events were read */
export async function verifyRows(
  check: RowCheck,
  prepared: TableCheck,
  folded: readonly Folded[],
): Promise<readonly Folded[]> {
  const found = await readRows(check, prepared, folded);
  if (found === undefined) return verifySingly(check, prepared, folded);
  const rows = new Map(found.rows.map((row) => [String(row['id']), row]));
  return folded.filter((aggregate) => {
    const row = rows.get(aggregate.aggregateId);
    if (row !== undefined && Number(row['version'] ?? 0) > aggregate.version) return true;
    compareRow(check, prepared, aggregate, row);
    return false;
  });
}

/** Undefined where some value of the events has no form in the table's columns. */
async function readRows(
  { database, tenantId }: RowCheck,
  prepared: TableCheck,
  folded: readonly Folded[],
): Promise<Rows | undefined> {
  const want = folded.map(({ aggregateId, state }) => ({ id: aggregateId, state }));
  const parameters = [tenantId, JSON.stringify(want)];
  try {
    const [found] = await database.read(tenantId, { sql: prepared.sql, parameters });
    return found;
  } catch (error) {
    if (error instanceof DatabaseError && error.code.startsWith('22')) return undefined;
    throw error;
  }
}

async function verifySingly(
  check: RowCheck,
  prepared: TableCheck,
  folded: readonly Folded[],
): Promise<readonly Folded[]> {
  const [only] = folded;
  if (folded.length === 1 && only !== undefined) {
    const { aggregateType, aggregateId, version } = only;
    check.report({ code: 'row.changed', aggregateType, aggregateId, version });
    return [];
  }
  const moved: Folded[] = [];
  for (const one of folded) moved.push(...(await verifyRows(check, prepared, [one])));
  return moved;
}

/** Reports what differs between a row and its events. */
function compareRow(
  check: RowCheck,
  prepared: TableCheck,
  folded: Folded,
  row: Rows['rows'][number] | undefined,
): void {
  const { aggregateType, aggregateId, version } = folded;
  const where = { aggregateType, aggregateId, version };
  if (row === undefined || row['version'] === null) {
    check.report({ code: 'row.missing', ...where });
    return;
  }
  if (Number(row['version']) !== version || row['audit_head'] !== folded.head) {
    check.report({ code: 'row.other_version', ...where });
  }
  const differs = row['differs'] as readonly boolean[];
  const columns = prepared.compared.filter((_, at) => differs[at]);
  if (columns.length > 0) check.report({ code: 'row.changed', ...where, columns });
  const secrets = row['secrets'] as readonly (string | null)[];
  const others = prepared.secrets.filter(
    (name, at) => !isCommitted(check, prepared, folded, { name, stored: secrets[at] ?? null }),
  );
  if (others.length > 0) check.report({ code: 'row.other_secret', ...where, columns: others });
}

function isCommitted(
  { protection, tenantId }: RowCheck,
  { table }: TableCheck,
  { commitments }: Folded,
  { name, stored }: { readonly name: string; readonly stored: string | null },
): boolean {
  const committed = commitments[name] ?? null;
  if (stored === null || committed === null) return stored === committed;
  try {
    const field = `${snakeCase(table.table)}.${name}` as const;
    const plain = table.plainColumns?.map(snakeCase).includes(name) === true;
    const now = plain
      ? protection.commitText(tenantId, field, stored)
      : protection.commitmentOf(tenantId, field, stored);
    return now === committed;
  } catch {
    return false;
  }
}

/**
 * Reads an aggregate again whose row was ahead of its events. In one snapshot
 * both must agree; where they do not, nobody was at work and it is reported.
 * @returns the events folded anew where a command had moved it
 */
export async function readAgain(
  { database, tenantId, report }: RowCheck,
  { table }: TableCheck,
  moved: Folded,
): Promise<Folded | undefined> {
  const { aggregateType, aggregateId } = moved;
  const [events, rows] = await database.read(tenantId, eventsOfOne(tenantId, aggregateId), {
    sql: `select version, audit_head from ${quoted(table.table)}
          where tenant_id = $1 and ${quoted(table.idColumn)} = $2`,
    parameters: [tenantId, aggregateId],
  });
  const folded = fold(storedEvents(tenantId, events));
  const row = rows?.rows[0];
  if (Number(row?.['version']) === folded?.version && row?.['audit_head'] === folded?.head) {
    return folded;
  }
  const version = folded?.version ?? moved.version;
  report({ code: 'row.other_version', aggregateType, aggregateId, version });
  return undefined;
}

const PAGE = 2000;

/** Names the rows that no event explains. */
export async function findUnexplained(check: RowCheck, table: AggregateTable): Promise<void> {
  const { database, tenantId, report } = check;
  const id = quoted(table.idColumn);
  const sql = `
    select row.id, explained.yes
    from (
      select ${id} as id from ${quoted(table.table)}
      where tenant_id = $1 and ${id} > $3::uuid order by ${id} limit ${PAGE}
    ) row
    left join lateral (
      select true as yes from audit_events
      where tenant_id = $1 and aggregate_id = row.id and aggregate_type = $2 limit 1
    ) explained on true
    order by row.id`;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const [found] = await database.read(tenantId, {
      sql,
      parameters: [tenantId, table.type, after],
    });
    const rows = found?.rows ?? [];
    for (const row of rows.filter(({ yes }) => yes !== true)) {
      const aggregateId = String(row['id']);
      report({ code: 'row.unexplained', aggregateType: table.type, aggregateId });
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = String(last['id']);
  }
}
