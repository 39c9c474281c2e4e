/** The shared table of tenants: all of them, for the work of the clock, and making one. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Rows } from '#platform/database/database.ts';

export interface Tenant {
  readonly tenantId: TenantId;
  /** Its name in addresses: `/t/zhongyuan/`. */
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  /** IANA zone of its legal days and figures. */
  readonly timeZone: string;
  readonly demonstration: boolean;
}

interface NewTenant extends Tenant {
  readonly divisionCode: string | null;
  readonly createdAt: string;
}

const COLUMNS = 'tenant_id, slug, name, name_en, time_zone, demonstration';

export async function allTenants(database: Database): Promise<readonly Tenant[]> {
  const [found] = await database.readShared({
    sql: `select ${COLUMNS} from tenants order by slug`,
    parameters: [],
  });
  return (found?.rows ?? []).map(tenantOf);
}

/** As the owner: tenants are made by the operator, never by a request. */
export async function createTenant(database: Database, tenant: NewTenant): Promise<void> {
  await database.asOwner(async (transaction) => {
    await transaction.run({
      sql: `insert into tenants
        (tenant_id, slug, name, name_en, time_zone, division_code, demonstration, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      parameters: [
        tenant.tenantId,
        tenant.slug,
        tenant.name,
        tenant.nameEn,
        tenant.timeZone,
        tenant.divisionCode,
        tenant.demonstration,
        tenant.createdAt,
      ],
    });
  });
}

function tenantOf(row: Rows['rows'][number]): Tenant {
  return {
    tenantId: row['tenant_id'] as TenantId,
    slug: row['slug'] as string,
    name: row['name'] as string,
    nameEn: (row['name_en'] as string | null) ?? '',
    timeZone: row['time_zone'] as string,
    demonstration: row['demonstration'] as boolean,
  };
}
