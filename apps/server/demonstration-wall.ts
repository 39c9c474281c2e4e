/** A wall for the demonstration, so that it can be opened without a second machine to pair it from. */
import { type Access, makeDeviceToken } from '#features/access/server/public.ts';
import { makeWall, wallsOfArea } from '#features/matters/server/public.ts';
import type { AreaId, CommandId } from '#kernel/ids.ts';
import { allTenants } from '#platform/tenants/tenants.ts';
import type { Installation } from './services.ts';
import { systemContext } from './work.ts';

const MADE_BY = 'system:demo';
const DAYS = 90;

/** Tokens of walls of the demonstration places, new at each start. Their name is the place's, not the operator's shell's. */
export async function makeWallTokens(
  installation: Installation,
  access: Access,
): Promise<readonly string[]> {
  const { services } = installation;
  const tokens: string[] = [];
  for (const tenant of await allTenants(services.database)) {
    if (!tenant.demonstration) continue;
    const { tenantId } = tenant;
    const context = systemContext(installation, tenant, 'demo');
    const name = services.translate(context.locale, 'config.start.wallName');
    const [top] = await services.database.read(tenantId, {
      sql: `select area_id from areas where tenant_id = $1 and parent_area_id is null
        order by area_path limit 1`,
      parameters: [tenantId],
    });
    const areaId = top?.rows[0]?.['area_id'] as AreaId | undefined;
    if (areaId === undefined) continue;
    const [known] = await wallsOfArea(services.database, context, areaId);
    const made =
      known ??
      (await makeWall(services, context, {
        commandId: services.ids.next<CommandId>(),
        body: { name, areaId, days: DAYS },
        mayBegin: true,
      }).then((outcome) => (outcome.ok ? outcome.value : undefined)));
    if (made === undefined) continue;
    tokens.push(await makeDeviceToken(access, { tenantId, deviceId: made.wallId }, MADE_BY));
  }
  return tokens;
}
