/** What a wall is answered: its frame with the board, the borders of its areas, the stream. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { type LiveSource, liveSource } from '#platform/live/live-source.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import { type showWall, WALL_PRESENTERS, type wallBoard, type wallShapes } from '../../contract.ts';
import { makeBoard } from '../../rules/wall/make-board.ts';
import { countBoard, placesOf } from './count-board.ts';
import { findWall, wallInReach } from './find-wall.ts';
import { frameOf, selectWalls, type Wall, wallAggregate, wallsOf } from './wall-table.ts';

type Reads = Pick<Services, 'database'>;

export async function board(
  services: Reads,
  context: Context,
): Promise<Outcome<Answer<typeof wallBoard>>> {
  const wall = await ownWall(services, context);
  return wall.ok ? done(await answerOf(services, context, wall.value)) : wall;
}

export async function showToPresenter(
  services: Reads,
  context: Context,
  { params }: Input<typeof showWall>,
): Promise<Outcome<Answer<typeof showWall>>> {
  const wall = await wallInReach(services.database, context, params.wallId, WALL_PRESENTERS);
  return wall.ok ? done(await answerOf(services, context, wall.value)) : wall;
}

async function answerOf({ database }: Reads, context: Context, wall: Wall) {
  return { wall: frameOf(wall), board: makeBoard(await countBoard(database, context, wall)) };
}

async function ownWall({ database }: Reads, { tenantId, actor }: Context): Promise<Outcome<Wall>> {
  const wall = actor.kind === 'wall' ? await findWall(database, tenantId, actor.wallId) : undefined;
  return wall === undefined ? refused({ code: 'access.sign_in_required' }) : done(wall);
}

/** Parts of the place's larger side that still show on a large screen. */
const FINENESS = 1_500;

export async function shapes(
  services: Reads,
  context: Context,
): Promise<Outcome<Answer<typeof wallShapes>>> {
  const wall = await ownWall(services, context);
  if (!wall.ok) return wall;
  const { tenantId } = context;
  const places = await placesOf(services.database, context, wall.value.areaId);
  const ids = places.map(({ areaId }) => areaId);
  if (ids.length === 0) return done({ shapes: [] });
  const [found] = await services.database.read(
    tenantId,
    compile(sql`
      with own as (
        select area_id, area_path, geometry from areas
        where tenant_id = ${tenantId} and area_id in (${sql.join(ids)}) and geometry is not null
      ), side as (
        select greatest(st_xmax(e) - st_xmin(e), st_ymax(e) - st_ymin(e)) / ${sql.lit(FINENESS)} as one
        from (select st_extent(geometry) as e from own) x
      )
      select area_id,
        st_asgeojson(st_simplifypreservetopology(geometry, one), 6)::jsonb as geometry,
        st_asgeojson(st_pointonsurface(geometry), 6)::jsonb as inside
      from own, side order by area_path`),
  );
  return done({
    shapes: rowsAs<ShapeRow>(found).map(({ areaId, geometry, inside }) => ({
      areaId,
      rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
      at: inside.coordinates,
    })),
  });
}

type Ring = [number, number][];

interface ShapeRow {
  readonly areaId: AreaId;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] };
  readonly inside: { readonly coordinates: [number, number] };
}

/** A wall hears that it was turned or ended; so do those who may stand beside it. */
export function liveWalls(database: Database): LiveSource {
  return liveSource<string>({
    type: wallAggregate.type,
    facts: (tenantId, events) => {
      const ids = [...new Set(events.map((event) => event.aggregateId))];
      return pathsOfWalls(database, tenantId, ids);
    },
    mayHear: ({ actor }, { aggregateId }, path) =>
      actor.kind === 'wall'
        ? actor.wallId === aggregateId
        : path !== undefined && reaches(actor, path, ...WALL_PRESENTERS),
    message: ({ aggregateId }) => ({ wallId: aggregateId }),
  });
}

/** Paths of the areas that walls show. */
async function pathsOfWalls(
  database: Database,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const [found] = await database.read(
    tenantId,
    compile(selectWalls(tenantId, sql`w.wall_id in (${sql.join(ids)})`)),
  );
  return new Map(wallsOf(found).map(({ wallId, areaPath }) => [wallId, areaPath]));
}
