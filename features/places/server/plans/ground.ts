/** What the planning table begins with, in one flight. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import { MOST_PLAN_POINTS, PLANNERS, type planningGround } from '../../contract.ts';
import { latestFrom, latestGrids } from './plan-rows.ts';
import type { GridWorkerSource } from './workers.ts';

type Ground = Answer<typeof planningGround>;

/** Sites where people live, also where nobody wrote down how many. */
const HOMES = ['courtyard', 'courtyard_unmanaged', 'estate', 'estate_unmanaged'];

interface AreaRow {
  readonly areaPath: string;
  readonly name: string;
  readonly border: Ground['border'];
}

interface HomeRow {
  readonly name: string;
  readonly households: number | null;
  readonly lng: number;
  readonly lat: number;
}

export async function ground(
  { database }: Pick<Services, 'database'>,
  workers: GridWorkerSource,
  context: Context,
  { params: { areaId } }: Input<typeof planningGround>,
): Promise<Outcome<Ground>> {
  const { tenantId, actor, clock, timeZone } = context;
  const [areas] = await database.read(
    tenantId,
    compile(sql`
      select area_path, name, st_asgeojson(geometry, 9)::jsonb as border from areas
      where tenant_id = ${tenantId} and area_id = ${areaId} and to_day is null`),
  );
  const [area] = rowsAs<AreaRow>(areas);
  if (area === undefined || !reaches(actor, area.areaPath, ...PLANNERS))
    return refused({ code: 'place.unknown' });
  const path = area.areaPath;
  const [parts, latest, homes, posts] = await database.read(
    tenantId,
    compile(sql`
      select area_id, name, st_asgeojson(geometry, 9)::jsonb as geometry from areas
      where tenant_id = ${tenantId} and parent_area_id = ${areaId} and to_day is null
        and geometry is not null order by area_path`),
    latestGrids(tenantId, path, false),
    compile(sql`
      select s.name, (s.attributes ->> 'households')::double precision as households,
        st_x(st_pointonsurface(s.geometry)) as lng, st_y(st_pointonsurface(s.geometry)) as lat
      from sites s
      where s.tenant_id = ${tenantId} and ${pathCondition('s.area_path', [path])}
        and s.to_day is null
        and (s.kind in (${sql.join(HOMES)}) or (s.attributes ->> 'households') is not null)
      order by s.area_path, s.site_id limit ${MOST_PLAN_POINTS + 1}`),
    workers.reaching(tenantId, path, legalDay(clock.now(), timeZone)),
  );
  const rows = rowsAs<HomeRow>(homes);
  const counted = rows.slice(0, MOST_PLAN_POINTS).filter(({ households }) => households !== null);
  return done({
    areaId,
    name: area.name,
    border: area.border,
    parts: rowsAs<{ areaId: AreaId; name: string; geometry: Ground['parts'][number]['geometry'] }>(
      parts,
    ),
    grids: latestFrom(latest).map(({ auditHead: _, from: __, ...grid }) => ({
      ...grid,
      geometry: grid.geometry as Ground['grids'][number]['geometry'],
    })),
    points: counted.map(({ lng, lat, households, name }) => [
      rounded(lng),
      rounded(lat),
      households ?? 0,
      name.slice(0, 80),
    ]),
    unknown: Math.min(rows.length, MOST_PLAN_POINTS) - counted.length,
    truncated: rows.length > MOST_PLAN_POINTS,
    workers: workers.read(posts).map((post) => ({ ...post, holders: [...post.holders] })),
  });
}

/** About a decimetre. */
function rounded(degree: number): number {
  return Math.round(degree * 1e6) / 1e6;
}
