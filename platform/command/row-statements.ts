/** Statements that write the rows of aggregates; new rows of one shape travel together. */
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { placeholders, quoted, snakeCase } from './identifiers.ts';
import type { RowStep } from './steps.ts';

/** PostgreSQL takes 65,535 parameters a statement; far below it plans stay small too. */
const MOST_PARAMETERS = 8000;

export function rowStatements(tenantId: TenantId, rows: readonly RowStep[]): Statement[] {
  const fresh = rows.filter((row) => row.before === undefined);
  const known = rows.filter((row) => row.before !== undefined);
  return [...insertRows(tenantId, fresh), ...known.map((row) => updateRow(tenantId, row))];
}

function insertRows(tenantId: TenantId, rows: readonly RowStep[]): Statement[] {
  const shapes = Map.groupBy(
    rows,
    (row) => `${row.table} ${Object.keys(row.columns).sort().join()}`,
  );
  return [...shapes.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const names = Object.keys(first.columns).sort();
    const columns = ['tenant_id', snakeCase(first.idColumn), 'version', 'audit_head', ...names];
    return multiInsert(
      first.table,
      columns,
      alike.map((row) => [
        tenantId,
        row.id,
        row.after.version,
        row.after.auditHead,
        ...names.map((name) => row.columns[name]),
      ]),
    );
  });
}

/** `insert … values` of many rows, in as few statements as parameters allow. */
export function multiInsert(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Statement[] {
  const most = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length));
  const names = columns.map(quoted).join(', ');
  const statements: Statement[] = [];
  for (let from = 0; from < rows.length; from += most) {
    const part = rows.slice(from, from + most);
    statements.push({
      sql: `insert into ${quoted(table)} (${names}) values ${placeholders(part.length, columns.length)}`,
      parameters: part.flat(),
    });
  }
  return statements;
}

function updateRow(tenantId: TenantId, row: RowStep): Statement {
  const names = Object.keys(row.columns).sort();
  const sets = ['version', 'audit_head', ...names].map(
    (name, at) => `${quoted(name)} = $${at + 4}`,
  );
  return {
    sql:
      `update ${quoted(row.table)} set ${sets.join(', ')} ` +
      `where tenant_id = $1 and ${quoted(row.idColumn)} = $2 and version = $3`,
    parameters: [
      tenantId,
      row.id,
      row.before?.version,
      row.after.version,
      row.after.auditHead,
      ...names.map((name) => row.columns[name]),
    ],
  };
}
