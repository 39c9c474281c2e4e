/** Where the records of a batch lie: area and grid of each, in one statement. */
import { sql } from 'kysely';
import type { TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { Matter } from '../../rules/matter.ts';
import type { MatterRow } from './fields.ts';

export type AreaAndGrid = Pick<Matter, 'areaId' | 'areaPath' | 'gridId'>;

/**
 * The area told by its code; else the smallest one under the point; else the
 * one at the top. The grid is the smallest one that held there on that day.
 */
export function placesStatement(
  tenantId: TenantId,
  rows: readonly MatterRow[],
  dayOf: (instant: string) => string,
): Statement {
  const asked = JSON.stringify(
    rows.map(({ values: { place, area, reportedAt } }, at) => ({
      at,
      lng: place?.lng ?? null,
      lat: place?.lat ?? null,
      code: area,
      day: dayOf(reportedAt),
    })),
  );
  return compile(sql`
    select r.at, coalesce(c.area_id, u.area_id, t.area_id) as area_id,
      coalesce(c.area_path, u.area_path, t.area_path) as area_path,
      r.code is not null and c.area_id is null as unknown, g.grid_id
    from (
      select q.*, case when q.lng is null then null else st_setsrid(st_makepoint(q.lng, q.lat), 4326) end as point
      from jsonb_to_recordset(${asked}::jsonb) as q(at int, lng float8, lat float8, code text, day date)
    ) r
    left join areas c on c.tenant_id = ${tenantId} and c.code = r.code
      and (c.to_day is null or c.to_day > r.day)
    left join lateral (
      select a.area_id, a.area_path from areas a
      where a.tenant_id = ${tenantId} and a.to_day is null and a.geometry && r.point and st_intersects(a.geometry, r.point)
      order by length(a.area_path) desc, a.area_path limit 1
    ) u on r.point is not null
    left join lateral (
      select a.area_id, a.area_path from areas a
      where a.tenant_id = ${tenantId} and a.parent_area_id is null and a.to_day is null
      order by a.area_path limit 1
    ) t on true
    left join lateral (
      select v.grid_id from grid_versions v
      where v.tenant_id = ${tenantId} and v.geometry && r.point and st_intersects(v.geometry, r.point)
        and v.from_day <= r.day and (v.to_day is null or v.to_day > r.day)
      order by v.square_metres limit 1
    ) g on r.point is not null`);
}

/** By the rows' order; undefined where the code is none of the tenant's, or it has no area at all. */
export function placesFrom(answer: Rows | undefined): ReadonlyMap<number, AreaAndGrid> {
  const places = new Map<number, AreaAndGrid>();
  for (const row of answer?.rows ?? []) {
    if (row['unknown'] === true || row['area_id'] === null) continue;
    places.set(row['at'] as number, {
      areaId: row['area_id'] as Matter['areaId'],
      areaPath: row['area_path'] as string,
      gridId: row['grid_id'] as Matter['gridId'],
    });
  }
  return places;
}
