/** Where a report is: the area and grid under its point, or the area chosen, or the place as a whole. */
import { sql } from 'kysely';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { Matter } from '../rules/matter.ts';

/** WGS84 degrees, checked. */
export interface PointGiven {
  readonly lng: number;
  readonly lat: number;
}

type Place = Pick<Matter, 'areaId' | 'areaPath' | 'gridId' | 'lng' | 'lat' | 'exactness'>;

/** Two statements: the area, the grid. */
export function placeStatements(
  tenantId: TenantId,
  point: PointGiven | null,
  areaId: AreaId | undefined,
): readonly Statement[] {
  return [areaStatement(tenantId, point, areaId), gridStatement(tenantId, point)];
}

export function placeFrom(
  areaRows: Rows | undefined,
  gridRows: Rows | undefined,
  point: PointGiven | null,
): Outcome<Place> {
  const area = areaRows?.rows[0];
  if (area === undefined) return refused({ code: 'matter.area_unknown', field: 'areaId' });
  return done({
    areaId: area['area_id'] as AreaId,
    areaPath: area['area_path'] as string,
    gridId: (gridRows?.rows[0]?.['grid_id'] as Matter['gridId'] | undefined) ?? null,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    exactness: point === null ? 'none' : 'exact',
  });
}

/** The area chosen; else the smallest one under the point; else the one at the top. */
function areaStatement(
  tenantId: TenantId,
  point: PointGiven | null,
  areaId: AreaId | undefined,
): Statement {
  if (areaId !== undefined) {
    return compile(sql`
      select area_id, area_path from areas where tenant_id = ${tenantId} and area_id = ${areaId}`);
  }
  const under =
    point === null
      ? sql`false`
      : sql`(a.geometry && st_setsrid(st_makepoint(${point.lng}, ${point.lat}), 4326)
          and st_intersects(a.geometry, st_setsrid(st_makepoint(${point.lng}, ${point.lat}), 4326)))`;
  return compile(sql`
    select a.area_id, a.area_path from areas a
    where a.tenant_id = ${tenantId} and (a.parent_area_id is null or ${under})
    order by length(a.area_path) desc, a.area_path limit 1`);
}

function gridStatement(tenantId: TenantId, point: PointGiven | null): Statement {
  if (point === null) return { sql: 'select null::uuid as grid_id where false', parameters: [] };
  const at = sql`st_setsrid(st_makepoint(${point.lng}, ${point.lat}), 4326)`;
  return compile(sql`
    select v.grid_id from grid_versions v
    where v.tenant_id = ${tenantId} and v.geometry && ${at} and st_intersects(v.geometry, ${at})
      and v.from_day <= current_date and (v.to_day is null or v.to_day > current_date)
    limit 1`);
}
