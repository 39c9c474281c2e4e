/** Areas of a tenant for tests, by their paths: `100`, `100200`, `100200300`. */
import { randomUUID } from 'node:crypto';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';

/** Makes a tenant. */
export async function newTenant(database: Database, slug: string): Promise<TenantId> {
  const tenantId = randomUUID() as TenantId;
  await database.asOwner((transaction) =>
    transaction.run({
      sql: 'insert into tenants (tenant_id, slug, name, created_at) values ($1, $2, $2, now())',
      parameters: [tenantId, slug],
    }),
  );
  return tenantId;
}

/** Makes the areas of the paths and those above them; answers the id of each path. */
export async function newAreas(
  database: Database,
  tenantId: TenantId,
  paths: readonly string[],
): Promise<ReadonlyMap<string, AreaId>> {
  const all = [...new Set(paths.flatMap(withAncestors))].sort();
  const ids = new Map(all.map((path) => [path, randomUUID() as AreaId]));
  const statements = all.map((path) => insertArea(tenantId, path, ids));
  await database.write(tenantId, statements, async () => undefined);
  return ids;
}

function withAncestors(path: string): string[] {
  return Array.from({ length: path.length / 3 }, (_, level) => path.slice(0, 3 * (level + 1)));
}

function insertArea(tenantId: TenantId, path: string, ids: ReadonlyMap<string, AreaId>): Statement {
  return {
    sql: `insert into areas (tenant_id, area_id, version, audit_head, parent_area_id, area_path, kind,
        local_code, name, name_en, from_day) values ($1, $2, 1, '', $3, $4, 'local', true, $4, $4, '2020-01-01')`,
    parameters: [tenantId, ids.get(path), ids.get(path.slice(0, -3)) ?? null, path],
  };
}
