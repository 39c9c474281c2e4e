/** A tenant that holds nothing but the area at its top: records of another place are imported into it. */

import type { Installation } from '#apps/server/services.ts';
import { systemContext } from '#apps/server/work.ts';
import type { Actor, Context } from '#kernel/context.ts';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import { createTenant } from '#platform/tenants/tenants.ts';

export interface RecordsTenant {
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly areaId: AreaId;
  /** The import itself. */
  readonly context: Context;
  /** Somebody who sees the figures of the whole place. */
  readonly leader: Context;
}

export async function foundRecordsTenant(
  installation: Installation,
  slug: string,
  timeZone: string,
): Promise<RecordsTenant> {
  const { database, ids, clock } = installation.services;
  const tenantId = ids.next<TenantId>();
  const createdAt = new Date(clock.now()).toISOString();
  await createTenant(database, {
    tenantId,
    slug,
    name: slug,
    nameEn: slug,
    timeZone,
    demonstration: false,
    divisionCode: null,
    createdAt,
  });
  const context = systemContext(installation, { tenantId, timeZone }, 'import');
  const areaId = ids.next<AreaId>();
  await database.write(
    tenantId,
    [
      {
        sql: `insert into areas (tenant_id, area_id, version, audit_head, area_path, kind, local_code, name, name_en, from_day)
          values ($1, $2, 1, '', '001', 'local', true, $3, $3, '2000-01-01')`,
        parameters: [tenantId, areaId, slug],
      },
    ],
    async () => undefined,
  );
  return {
    tenantId,
    slug,
    areaId,
    context,
    leader: { ...context, actor: leaderOver('001', context) },
  };
}

function leaderOver(areaPath: string, { ids }: Context): Actor {
  const post = { postId: ids.next(), organisationId: ids.next(), areaPath, substitute: false };
  return {
    kind: 'person',
    personId: ids.next(),
    accountId: ids.next(),
    name: 'leader',
    grants: [{ ...post, role: 'leader' } as never],
  };
}
