/**
 * The authority revision of a tenant: what a server keeps in memory of who may
 * do what holds as long as it stands (ADR 0012).
 */
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';

/**
 * Raises the revision. Belongs into the transaction that changes authority, and
 * last there: all who change authority in the tenant wait for its row.
 */
export function raiseAuthority(tenantId: TenantId): Statement {
  return {
    sql: `insert into auth.authority_revisions as r (tenant_id, revision) values ($1, 1)
      on conflict (tenant_id) do update set revision = r.revision + 1`,
    parameters: [tenantId],
  };
}
