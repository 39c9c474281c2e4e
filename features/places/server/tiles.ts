/** Vector tiles of areas, grids and sites: one query, simplified to the zoom, encoded here. */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import { boxOfTile, encodeTile, type TileFeature } from '#platform/tiles/encode-tile.ts';
import type { placesTile } from '../contract.ts';
import { reachOf } from './reach.ts';

const MOST_FEATURES = 6_000;
/** Zooms from which each level of areas is drawn: counties, streets, communities. */
const ZOOM_OF_DEPTH: readonly number[] = [0, 8, 11, 14];
/** From here on single sites are told apart. */
const SITES_FROM = 13;
/** Half a pixel of a tile of 256 pixels. */
const SIMPLIFIED = 512;

interface TileRow {
  readonly geometry: TileFeature['geometry'];
  readonly properties: Record<string, unknown>;
}

export async function tile(
  { database }: Pick<Services, 'database'>,
  context: Context,
  { params }: Input<typeof placesTile>,
): Promise<Outcome<RawAnswer>> {
  const { layer, z, x, y } = params;
  if (x >= 2 ** z || y >= 2 ** z) return refused({ code: 'input.invalid', field: 'x' });
  const box = boxOfTile(z, x, y);
  const [west, south, east, north] = box;
  // Some of the neighbours' ground, so that lines on the edge are drawn whole.
  const margin = (east - west) / 64;
  const envelope = sql`st_makeenvelope(${west - margin}, ${south - margin}, ${east + margin}, ${north + margin}, 4326)`;
  const statement = statementOf(layer, z, context, envelope, (east - west) / SIMPLIFIED);
  const [found] = await database.read(context.tenantId, compile(statement));
  const features = rowsAs<TileRow>(found).map((row) => ({ type: 'Feature' as const, ...row }));
  return done({
    body: encodeTile({ [layer]: features }, z, x, y),
    headers: { 'cache-control': 'private, max-age=60' },
  });
}

function statementOf(
  layer: Input<typeof placesTile>['params']['layer'],
  z: number,
  context: Context,
  envelope: RawBuilder<unknown>,
  tolerance: number,
): RawBuilder<unknown> {
  const { tenantId } = context;
  const day = legalDay(context.clock.now(), context.timeZone);
  switch (layer) {
    case 'areas':
      return sql`
        select ${simplified('a.geometry', tolerance)},
          jsonb_build_object('id', a.area_id, 'name', a.name, 'code', a.code, 'depth', length(a.area_path) / 3) as properties
        from areas a
        where a.tenant_id = ${tenantId} and a.geometry && ${envelope} and ${reachOf('a.area_path', context)}
          and a.to_day is null and length(a.area_path) / 3 <= ${deepest(z)}
        order by a.area_path limit ${MOST_FEATURES}`;
    case 'grids':
      return sql`
        select ${simplified('v.geometry', tolerance)},
          jsonb_build_object('id', g.grid_id, 'name', g.name, 'code', g.code, 'kind', g.kind) as properties
        from grid_versions v join grids g on g.tenant_id = ${tenantId} and g.grid_id = v.grid_id
        where v.tenant_id = ${tenantId} and v.geometry && ${envelope} and ${reachOf('g.area_path', context)}
          and v.from_day <= ${day} and (v.to_day is null or v.to_day > ${day})
          and (g.to_day is null or g.to_day > ${day})
          and v.square_metres > ${smallest(tolerance)}
        limit ${MOST_FEATURES}`;
    case 'sites':
      return sql`
        select st_asgeojson(s.geometry, 7)::jsonb as geometry,
          jsonb_build_object('id', s.site_id, 'name', s.name, 'kind', s.kind) as properties
        from sites s
        where s.tenant_id = ${tenantId} and s.geometry && ${envelope} and ${reachOf('s.area_path', context)}
          and s.to_day is null and ${z >= SITES_FROM}
        limit ${MOST_FEATURES}`;
  }
}

function simplified(column: string, tolerance: number): RawBuilder<unknown> {
  return sql`st_asgeojson(st_simplifypreservetopology(${sql.ref(column)}, ${tolerance}), 7)::jsonb as geometry`;
}

/** Square metres of a single pixel: what is smaller is not seen. */
function smallest(tolerance: number): number {
  return (tolerance * 2 * 100_000) ** 2 / 4;
}

function deepest(z: number): number {
  return ZOOM_OF_DEPTH.filter((from) => z >= from).length + (z >= 14 ? 2 : 0);
}
