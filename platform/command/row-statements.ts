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

/** So few sizes that the statements' texts, by which they are prepared, stay few. */
const SIZES = [250, 50, 10, 5, 4, 3, 2, 1] as const;

/** `insert … values` of many rows, in as few statements as parameters allow. */
export function multiInsert(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Statement[] {
  const most = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length));
  const names = columns.map(quoted).join(', ');
  const statements: Statement[] = [];
  let from = 0;
  while (from < rows.length) {
    const left = Math.min(most, rows.length - from);
    const size = SIZES.find((fits) => fits <= left) ?? 1;
    statements.push({
      sql: `insert into ${quoted(table)} (${names}) values ${placeholders(size, columns.length)}`,
      parameters: rows.slice(from, from + size).flat(),
    });
    from += size;
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
