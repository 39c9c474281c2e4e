/** Grids and sites of an area as GeoJSON: the same keys go out that an import takes in. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AreaId, GridId, SiteId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import type { Services } from '#platform/services.ts';
import type { areaGrids, areaSites } from '../contract.ts';
import { reachOf } from './reach.ts';

const MOST_FEATURES = 5_000;

type Reads = Pick<Services, 'database'>;
type GridFeature = Answer<typeof areaGrids>['features'][number];
type SiteFeature = Answer<typeof areaSites>['features'][number];
type GridRow = GridFeature['properties'] & { gridId: GridId; geometry: GridFeature['geometry'] };
type SiteRow = SiteFeature['properties'] & { siteId: SiteId; geometry: SiteFeature['geometry'] };

export async function grids(
  { database }: Reads,
  context: Context,
  { params, query }: Input<typeof areaGrids>,
): Promise<Outcome<Answer<typeof areaGrids>>> {
  const { tenantId } = context;
  const path = await pathOf(database, context, params.areaId);
  if (path === undefined) return refused({ code: 'place.unknown' });
  const day = query.day ?? legalDay(context.clock.now(), context.timeZone);
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select g.grid_id, g.source_key as key, g.code, g.local_code, g.name, g.kind, g.area_id,
        v.from_day as "from", v.to_day as "to", v.square_metres, st_asgeojson(v.geometry)::jsonb as geometry
      from grids g join grid_versions v on v.tenant_id = ${tenantId} and v.grid_id = g.grid_id
      where g.tenant_id = ${tenantId} and ${pathCondition('g.area_path', [path])}
        and ${query.kind === undefined ? sql`true` : sql`g.kind = ${query.kind}`}
        and (g.to_day is null or g.to_day > ${day})
        and v.from_day <= ${day} and (v.to_day is null or v.to_day > ${day})
      order by g.area_path, g.grid_id limit ${MOST_FEATURES + 1}`),
  );
  const rows = rowsAs<GridRow>(found);
  const features = rows.slice(0, MOST_FEATURES).map(({ gridId, geometry, ...properties }) => ({
    type: 'Feature' as const,
    id: gridId,
    properties,
    geometry,
  }));
  return done({ type: 'FeatureCollection', features, truncated: rows.length > MOST_FEATURES });
}

export async function sites(
  { database }: Reads,
  context: Context,
  { params, query }: Input<typeof areaSites>,
): Promise<Outcome<Answer<typeof areaSites>>> {
  const { tenantId } = context;
  const path = await pathOf(database, context, params.areaId);
  if (path === undefined) return refused({ code: 'place.unknown' });
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select s.site_id, s.source_key as key, s.code, s.name, s.kind, s.area_id, s.attributes,
        st_asgeojson(s.geometry)::jsonb as geometry
      from sites s
      where s.tenant_id = ${tenantId} and ${pathCondition('s.area_path', [path])}
        and s.to_day is null
        and ${query.kind === undefined ? sql`true` : sql`s.kind = ${query.kind}`}
      order by s.area_path, s.site_id limit ${MOST_FEATURES + 1}`),
  );
  const rows = rowsAs<SiteRow>(found);
  const features = rows.slice(0, MOST_FEATURES).map(({ geometry, ...properties }) => ({
    type: 'Feature' as const,
    id: properties.siteId as string,
    properties,
    geometry,
  }));
  return done({ type: 'FeatureCollection', features, truncated: rows.length > MOST_FEATURES });
}

async function pathOf(
  database: Services['database'],
  context: Context,
  areaId: AreaId,
): Promise<string | undefined> {
  const [found] = await database.read(
    context.tenantId,
    pathStatement(context, context.tenantId, areaId),
  );
  return found?.rows[0]?.['area_path'] as string | undefined;
}

function pathStatement(context: Context, tenantId: TenantId, areaId: AreaId): Statement {
  return compile(sql`
    select a.area_path from areas a
    where a.tenant_id = ${tenantId} and a.area_id = ${areaId} and ${reachOf('a.area_path', context)}`);
}
