/**
 * Area and grid under a point on a legal day. The boxes are compared first by
 * `&&`, which is marked leakproof, so that row-level security leaves the
 * spatial index alone; only what is left is compared exactly.
 */
import { type RawBuilder, sql } from 'kysely';
import type { LngLat } from '#kernel/geometry/index.ts';
import type { SiteId, TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';

function point([lng, lat]: LngLat): RawBuilder<unknown> {
  return sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`;
}

const inForce = (day: string): RawBuilder<boolean> =>
  sql<boolean>`v.from_day <= ${day} and (v.to_day is null or v.to_day > ${day})`;

/**
 * Grids at the point on a day, the smallest first (a unit grid before the
 * community's): `grid_id, name, code, kind, area_id, area_path`.
 * @param day legal day `YYYY-MM-DD`
 */
export function gridsAt(tenantId: TenantId, place: LngLat, day: string): Statement {
  const at = point(place);
  return compile(sql`
    select g.grid_id, g.name, g.code, g.kind, g.area_id, g.area_path
    from grid_versions v
    join grids g on g.tenant_id = ${tenantId} and g.grid_id = v.grid_id
    where v.tenant_id = ${tenantId} and v.geometry && ${at} and st_intersects(v.geometry, ${at})
      and ${inForce(day)} and (g.to_day is null or g.to_day > ${day})
    order by v.square_metres, g.grid_id limit 5`);
}

/** Areas whose border holds the point on a day, the smallest first: `area_id, name, code, area_path`. */
export function areasAt(tenantId: TenantId, place: LngLat, day: string): Statement {
  const at = point(place);
  return compile(sql`
    select a.area_id, v.name, a.name_en, v.code, a.area_path
    from area_versions v
    join areas a on a.tenant_id = ${tenantId} and a.area_id = v.area_id
    where v.tenant_id = ${tenantId} and v.geometry && ${at} and st_intersects(v.geometry, ${at})
      and ${inForce(day)} and (a.to_day is null or a.to_day > ${day})
    order by length(a.area_path) desc, a.area_path limit 5`);
}

/** Of a site, the least part that counts as lying in a grid. */
const LEAST_PART = 0.05;

/** A site that stands: `name, area_path` of the area it belongs to. */
export function siteStatement(tenantId: TenantId, siteId: SiteId): Statement {
  return compile(sql`
    select name, area_path from sites
    where tenant_id = ${tenantId} and site_id = ${siteId} and to_day is null`);
}

/**
 * Grids a site lies in on a day, as `gridsAt`: more than one where it stands on
 * a border, or where its ground reaches into both by a twentieth at least.
 */
export function gridsOfSite(tenantId: TenantId, siteId: SiteId, day: string): Statement {
  return compile(sql`
    select g.grid_id, g.name, g.code, g.kind, g.area_id, g.area_path
    from sites s
    join grid_versions v on v.tenant_id = ${tenantId} and v.geometry && s.geometry
      and st_intersects(v.geometry, s.geometry)
    join grids g on g.tenant_id = ${tenantId} and g.grid_id = v.grid_id
    where s.tenant_id = ${tenantId} and s.site_id = ${siteId} and s.to_day is null
      and (st_dimension(s.geometry) < 2
        or st_area(st_intersection(v.geometry, s.geometry)) >= ${sql.lit(LEAST_PART)} * st_area(s.geometry))
      and ${inForce(day)} and (g.to_day is null or g.to_day > ${day})
    order by v.square_metres, g.grid_id limit 5`);
}
