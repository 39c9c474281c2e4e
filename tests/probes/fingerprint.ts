/** All that is stored for a tenant, to see that nothing was changed and nothing of it was shown. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';

/** Written by looking and by being refused, so never a sign of a change. */
const BY_LOOKING = ['access_log', 'auth.access_events', 'auth.attempts'];

/** A digest of every table's rows of the tenant, by table. */
export async function fingerprint(
  database: Database,
  tenantId: TenantId,
): Promise<Readonly<Record<string, string>>> {
  const tables = (await tenantTables(database)).filter((table) => !BY_LOOKING.includes(table));
  const answers = await database.asOwner((transaction) =>
    transaction.run(...tables.map((table) => digestOf(table, tenantId))),
  );
  return Object.fromEntries(
    tables.map((table, at) => [table, String(answers[at]?.rows[0]?.['digest'])]),
  );
}

/** Ids of the tenant's rows of a table that lie outside an area. */
export async function idsOutside(
  database: Database,
  tenantId: TenantId,
  areaPath: string,
): Promise<ReadonlySet<string>> {
  const [found] = await database.read(tenantId, {
    sql: 'select matter_id from matters where tenant_id = $1 and not (area_path >= $2 and area_path < $3)',
    parameters: [tenantId, areaPath, `${areaPath}~`],
  });
  return new Set((found?.rows ?? []).map((row) => String(row['matter_id'])));
}

/** Every identifier that stands anywhere in the tenant's rows. */
export async function idsOf(database: Database, tenantId: TenantId): Promise<ReadonlySet<string>> {
  const tables = (await tenantTables(database)).filter((table) => !table.startsWith('auth.'));
  const answers = await database.asOwner((transaction) =>
    transaction.run(
      ...tables.map((table) => ({
        sql: `select t::text as cells from ${table} t where tenant_id = $1`,
        parameters: [tenantId],
      })),
    ),
  );
  const text = answers.flatMap(({ rows }) => rows.map((row) => String(row['cells']))).join('\n');
  return new Set(text.match(UUID) ?? []);
}

export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

async function tenantTables(database: Database): Promise<readonly string[]> {
  const [found] = await database.asOwner((transaction) =>
    transaction.run({
      sql: `select case table_schema when 'public' then table_name
          else table_schema || '.' || table_name end as name
        from information_schema.columns
        where column_name = 'tenant_id' and table_schema in ('public', 'auth')
        order by 1`,
      parameters: [],
    }),
  );
  return (found?.rows ?? []).map((row) => String(row['name']));
}

function digestOf(table: string, tenantId: TenantId): Statement {
  return {
    sql: `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as digest
      from ${table} t where tenant_id = $1`,
    parameters: [tenantId],
  };
}
