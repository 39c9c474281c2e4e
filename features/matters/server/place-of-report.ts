/** Where a report is: the area and grid under its point, or the area chosen, or the place as a whole. */
import { areasAt, gridsAt } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { AreaId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { Matter } from '../rules/matter.ts';

/** WGS84 degrees, checked. */
export interface PointGiven {
  readonly lng: number;
  readonly lat: number;
}

type Place = Pick<Matter, 'areaId' | 'areaPath' | 'gridId' | 'lng' | 'lat' | 'exactness'>;

/** Three statements: the area chosen or else the top one, the areas and the grids under the point. */
export function placeStatements(
  { tenantId, clock, timeZone }: Context,
  point: PointGiven | null,
  areaId: AreaId | undefined,
): readonly Statement[] {
  const day = legalDay(clock.now(), timeZone);
  return [
    {
      sql: `select area_id, area_path from areas where tenant_id = $1 and to_day is null
        and case when $2::uuid is null then parent_area_id is null else area_id = $2 end
        order by area_path limit 1`,
      parameters: [tenantId, areaId ?? null],
    },
    point === null ? NOTHING : areasAt(tenantId, [point.lng, point.lat], day),
    point === null ? NOTHING : gridsAt(tenantId, [point.lng, point.lat], day),
  ];
}

const NOTHING: Statement = { sql: 'select null where false', parameters: [] };

/** What was chosen counts more than what lies under the point; a point in no area is in the place as a whole. */
export function placeFrom(
  [chosen, under, grids]: readonly (Rows | undefined)[],
  point: PointGiven | null,
  areaId: AreaId | undefined,
): Outcome<Place> {
  const own = areaId === undefined ? under?.rows[0] : undefined;
  const area = own ?? chosen?.rows[0];
  if (area === undefined) return refused({ code: 'matter.area_unknown', field: 'areaId' });
  return done({
    areaId: area['area_id'] as AreaId,
    areaPath: area['area_path'] as string,
    gridId: (grids?.rows[0]?.['grid_id'] as Matter['gridId'] | undefined) ?? null,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    exactness: point === null ? 'none' : 'exact',
  });
}
