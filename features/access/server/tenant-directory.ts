/** Port: the tenants by id, as the shared table of tenants has them. */
import type { TenantId } from '#kernel/ids.ts';

export interface TenantEntry {
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface TenantDirectory {
  findTenants(tenantIds: readonly TenantId[]): Promise<readonly TenantEntry[]>;
}
