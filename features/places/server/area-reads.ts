/** Areas to read: lists by level, one with its history, their borders. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile, containing, rowsAs } from '#platform/database/query.ts';
import { outermostPaths } from '#platform/scope/paths.ts';
import type { Services } from '#platform/services.ts';
import type { AreaSummary, areaBorders, getArea, listAreas } from '../contract.ts';
import { pathsAbove } from '../rules/area-path.ts';
import { reachOf } from './reach.ts';

const PAGE = 500;
const MOST_BORDERS = 2_000;

type Reads = Pick<Services, 'database'>;

const summaryColumns = sql`a.area_id, a.parent_area_id, a.area_path, a.kind, a.level, a.code,
  a.local_code, a.name, a.name_en, a.geometry is not null as has_border,
  exists (select from areas b where b.tenant_id = a.tenant_id and b.parent_area_id = a.area_id
    and b.to_day is null) as has_children`;

export async function areas(
  { database }: Reads,
  context: Context,
  { query }: Input<typeof listAreas>,
): Promise<Outcome<Answer<typeof listAreas>>> {
  const after = query.after === undefined ? sql`true` : sql`a.area_path > ${query.after}`;
  const [found] = await database.read(
    context.tenantId,
    compile(sql`
      select ${summaryColumns} from areas a
      where a.tenant_id = ${context.tenantId} and ${reachOf('a.area_path', context)}
        and a.to_day is null and ${whichAreas(query, context)} and ${after}
      order by a.area_path limit ${PAGE + 1}`),
  );
  const rows = rowsAs<AreaSummary>(found);
  const page = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? (page.at(-1)?.areaPath ?? null) : null;
  return done({ areas: page, next });
}

function whichAreas(
  query: Input<typeof listAreas>['query'],
  context: Context,
): RawBuilder<unknown> {
  if (query.words !== undefined) {
    const words = containing(query.words);
    return sql`(a.name ilike ${words} or a.name_en ilike ${words} or a.code like ${`${query.words}%`})`;
  }
  if (query.parentId !== undefined) return sql`a.parent_area_id = ${query.parentId}`;
  const roots = outermostPaths(grantsOf(context.actor).map((grant) => grant.areaPath));
  if (context.actor.kind === 'system') return sql`a.parent_area_id is null`;
  return sql`a.area_path = any(${roots}::text[])`;
}

interface DetailRow extends AreaSummary {
  readonly version: number;
  readonly endedOn: string | null;
  readonly geometry: Answer<typeof getArea>['geometry'];
}

export async function area(
  { database }: Reads,
  context: Context,
  { params }: Input<typeof getArea>,
): Promise<Outcome<Answer<typeof getArea>>> {
  const { tenantId } = context;
  const [details, versions] = await database.read(
    tenantId,
    compile(sql`
      select ${summaryColumns}, a.version, a.to_day as ended_on, st_asgeojson(a.geometry)::jsonb as geometry from areas a
      where a.tenant_id = ${tenantId} and a.area_id = ${params.areaId} and ${reachOf('a.area_path', context)}`),
    compile(sql`
      select from_day as "from", to_day as "to", name, name_en, code from area_versions
      where tenant_id = ${tenantId} and area_id = ${params.areaId} order by from_day`),
  );
  const [detail] = rowsAs<DetailRow>(details);
  if (detail === undefined) return refused({ code: 'place.unknown' });
  const [above] = await database.read(
    tenantId,
    compile(sql`
      select area_id, name from areas
      where tenant_id = ${tenantId} and area_path = any(${pathsAbove(detail.areaPath)}::text[])
      order by area_path`),
  );
  return done({
    ...detail,
    above: rowsAs<{ areaId: AreaId; name: string }>(above),
    versions: rowsAs<Answer<typeof getArea>['versions'][number]>(versions),
  });
}

interface BorderRow {
  readonly areaId: AreaId;
  readonly code: string | null;
  readonly name: string;
  readonly areaPath: string;
  readonly geometry: Answer<typeof getArea>['geometry'];
}

export async function borders(
  { database }: Reads,
  context: Context,
  { params }: Input<typeof areaBorders>,
): Promise<Outcome<Answer<typeof areaBorders>>> {
  const { tenantId } = context;
  const [parents, found] = await database.read(
    tenantId,
    compile(sql`
      select 1 from areas a where a.tenant_id = ${tenantId} and a.area_id = ${params.areaId}
        and ${reachOf('a.area_path', context)}`),
    compile(sql`
      select a.area_id, a.code, a.name, a.area_path, st_asgeojson(a.geometry)::jsonb as geometry
      from areas a
      where a.tenant_id = ${tenantId} and a.parent_area_id = ${params.areaId} and a.to_day is null
        and ${reachOf('a.area_path', context)}
      order by a.area_path limit ${MOST_BORDERS + 1}`),
  );
  if (parents?.rows.length !== 1) return refused({ code: 'place.unknown' });
  const rows = rowsAs<BorderRow>(found);
  return done({
    type: 'FeatureCollection',
    features: rows.slice(0, MOST_BORDERS).map(({ areaId, geometry, ...properties }) => ({
      type: 'Feature',
      id: areaId,
      properties,
      geometry,
    })),
    truncated: rows.length > MOST_BORDERS,
  });
}
