/** An estate with two buildings of two entrances, three floors and two rooms a floor, as files bring it in. */

import { numberRooms } from '#features/places/rules/premises/names.ts';
import { premisesImporter, sitesImporter } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { PremiseId, SiteId } from '#kernel/ids.ts';
import type { WriteOptions } from '#platform/import/importer.ts';
import type { Services } from '#platform/services.ts';

const OPTIONS: WriteOptions = { dryRun: false, accepted: new Set() };

export interface Estate {
  readonly siteId: SiteId;
  /** 1号楼, its first entrance and room 101 there. */
  readonly building: PremiseId;
  readonly entrance: PremiseId;
  readonly room: PremiseId;
}

export const ESTATE_NAME = '锦绣花园';

/** Lines of the list, a room each. */
export const ROOMS = [1, 2].flatMap((building) =>
  [1, 2].flatMap((entrance) =>
    numberRooms({ lowest: 1, highest: 3, perFloor: 2 }).map(({ name }) => ({
      key: `garden-${building}-${entrance}-${name}`,
      siteKey: 'garden',
      building: `${building}号楼`,
      entrance: `${entrance}单元`,
      room: name,
      floor: null,
    })),
  ),
);

/** Brings the estate itself into the area of the code, or from another area into it. */
export async function giveEstateTo(
  services: Services,
  context: Context,
  areaCode: string,
): Promise<void> {
  const values = {
    key: 'garden',
    name: ESTATE_NAME,
    households: 24,
    kind: 'estate',
    code: null,
    areaCode,
    propertyCompany: null,
    from: '2026-01-01',
    place: { lng: 113.52, lat: 34.82, exactness: 'exact' as const },
    shape: null,
  };
  const row = { number: 1, digest: `garden ${areaCode}`, values };
  await sitesImporter.write(services, context, [row], OPTIONS);
}

/** @param areaCode of the area it stands in */
export async function buildEstate(
  services: Services,
  context: Context,
  areaCode: string,
): Promise<Estate> {
  await giveEstateTo(services, context, areaCode);
  const lines = ROOMS.map((values, at) => ({ number: at + 1, digest: values.key, values }));
  await premisesImporter.write(services, context, lines, OPTIONS);
  const [found] = await services.database.read(context.tenantId, {
    sql: `select r.premise_id as room, r.parent_id as entrance, r.building_id as building, r.site_id
      from premises r
      join premises u on u.tenant_id = r.tenant_id and u.premise_id = r.parent_id
      join premises b on b.tenant_id = r.tenant_id and b.premise_id = r.building_id
      where r.tenant_id = $1 and r.name = '101' and u.name = '1单元' and b.name = '1号楼'`,
    parameters: [context.tenantId],
  });
  const row = found?.rows[0] ?? {};
  return {
    siteId: row['site_id'] as SiteId,
    building: row['building'] as PremiseId,
    entrance: row['entrance'] as PremiseId,
    room: row['room'] as PremiseId,
  };
}
