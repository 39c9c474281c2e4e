/**
 * The tenants as the shared table has them, kept for a minute: name and time
 * zone stand in the way of every request and hardly ever change.
 */
import type { Clock } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import type { PublicTenant, TenantSource } from '#platform/http/session-source.ts';
import type { TenantDirectory, TenantEntry } from './tenant-directory.ts';

const KEPT_MS = 60_000;

/** Both ports: of access (by id) and of the server's public calls (by slug). */
export function tenantsTable(services: {
  readonly database: Database;
  readonly clock: Clock;
}): TenantDirectory & TenantSource {
  let kept: { readonly at: number; readonly tenants: readonly TenantEntry[] } | undefined;
  const read = async (): Promise<readonly TenantEntry[]> => {
    const now = services.clock.now();
    const age = kept ? Math.abs(now - kept.at) : KEPT_MS;
    if (kept && age < KEPT_MS) return kept.tenants;
    const tenants = await readTenants(services.database);
    kept = { at: now, tenants };
    return tenants;
  };
  /** A tenant that was just made is not waited for. */
  const find = async (
    wanted: (tenant: TenantEntry) => boolean,
  ): Promise<TenantEntry | undefined> => {
    const found = (await read()).find(wanted);
    if (found || !kept) return found;
    kept = undefined;
    return (await read()).find(wanted);
  };
  return {
    findTenants: async (tenantIds) => {
      const found = await Promise.all(
        tenantIds.map((tenantId) => find((tenant) => tenant.tenantId === tenantId)),
      );
      return found.filter((tenant) => tenant !== undefined);
    },
    findTenant: async (slug): Promise<PublicTenant | undefined> =>
      find((tenant) => tenant.slug === slug),
  };
}

async function readTenants(database: Database): Promise<readonly TenantEntry[]> {
  const [found] = await database.readShared({
    sql: 'select tenant_id, slug, name, time_zone from tenants order by slug',
    parameters: [],
  });
  return (found?.rows ?? []).map((row) => ({
    tenantId: String(row['tenant_id']) as TenantId,
    slug: String(row['slug']),
    name: String(row['name']),
    timeZone: String(row['time_zone']),
  }));
}
