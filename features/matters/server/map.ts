/** Matters on the map: points in a box, and vector tiles encoded here, since one engine cannot. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compileAnew } from '#platform/database/query.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import { boxOfTile, encodeTile } from '#platform/tiles/encode-tile.ts';
import type { mattersInBox, matterTile } from '../contract.ts';
import { ageOf, sinceOfAges } from '../rules/ages.ts';
import type { State } from '../rules/states.ts';
import { urgency } from '../rules/urgency.ts';
import { dayOfTenant } from './figure-rows.ts';
import { filterCondition } from './filter.ts';
import { sightCondition } from './sight.ts';

const MOST_POINTS = 2_000;
/** Up to this zoom a tile shows clusters, counted by the database. */
const CLUSTERED_TO = 12;
/** Cells a tile's side is divided into for clusters. */
const CELLS = 16;
const MOST_IN_TILE = 4_000;

type Box = readonly [number, number, number, number];

export async function inBox(
  services: Services,
  context: Context,
  { query }: Input<typeof mattersInBox>,
): Promise<Outcome<Answer<typeof mattersInBox>>> {
  const box = checkedBox(query.bbox);
  if (box === undefined) return refused({ code: 'geometry.off_earth', field: 'bbox' });
  const [rows] = await services.database.read(
    context.tenantId,
    compileAnew(sql`
      select m.matter_id, m.number, m.title, m.lng, m.lat, m.state, m.due_at from matters m
      where m.tenant_id = ${context.tenantId} and ${inside(box)}
        and ${sightCondition(context.actor)} and ${filterCondition(query, context)}
      limit ${MOST_POINTS + 1}`),
  );
  const now = instantNow(context.clock);
  const found = rows?.rows ?? [];
  return done({
    truncated: found.length > MOST_POINTS,
    points: found.slice(0, MOST_POINTS).map((row) => ({
      matterId: row['matter_id'] as never,
      number: row['number'] as string,
      title: row['title'] as string,
      lng: row['lng'] as number,
      lat: row['lat'] as number,
      state: row['state'] as State,
      urgency: urgency(standing(row), now),
    })),
  });
}

export async function tile(
  services: Services,
  context: Context,
  { params, query }: Input<typeof matterTile>,
): Promise<Outcome<RawAnswer>> {
  const { z, x, y } = params;
  if (x >= 2 ** z || y >= 2 ** z) return refused({ code: 'input.invalid', field: 'x' });
  const box = boxOfTile(z, x, y);
  const where = sql`m.tenant_id = ${context.tenantId} and ${inside(box)}
    and ${sightCondition(context.actor)} and ${filterCondition(query, context)}`;
  const now = instantNow(context.clock);
  const from = matters(context.tenantId, query.by === 'category');
  const statement = z <= CLUSTERED_TO ? clusters(from, where, box, now) : single(from, where);
  const [rows] = await services.database.read(context.tenantId, compileAnew(statement));
  const ageOf = ages(context, now);
  const besides = ({ open_since, top }: Record<string, unknown>) => ({
    ...ageOf(open_since),
    ...(top !== null && { top }),
  });
  const features = (rows?.rows ?? []).map((row) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [row['lng'] as number, row['lat'] as number] },
    properties:
      z <= CLUSTERED_TO
        ? { count: row['count'], late: row['late'], ...besides(row) }
        : {
            id: row['matter_id'],
            number: row['number'],
            urgency: urgency(standing(row), now),
            ...besides(row),
          },
  }));
  return done({
    body: encodeTile({ matters: features }, z, x, y),
    headers: { 'cache-control': 'private, max-age=15' },
  });
}

/**
 * Which of the ages what is open since an instant has, counted from 0; nothing of what has ended.
 * Of a cluster it is the age of the oldest.
 */
function ages(context: Context, now: string): (since: unknown) => { readonly age?: number } {
  const younger = sinceOfAges(dayOfTenant(context)(now), context.timeZone);
  return (since) => (typeof since === 'string' ? { age: ageOf(since, younger) } : {});
}

const openSince = sql`case when m.closed_at is null then m.reported_at end`;

/** The matters, with the top category each lies under where that is asked for. */
function matters(tenantId: TenantId, withTop: boolean): RawBuilder<unknown> {
  if (!withTop) return sql`(select null::uuid as top) as none, matters m`;
  return sql`(
      with recursive tops as (
        select category_id, category_id as top from categories
        where tenant_id = ${tenantId} and parent_id is null
        union all
        select c.category_id, t.top from categories c join tops t on c.parent_id = t.category_id
        where c.tenant_id = ${tenantId})
      select * from tops) as t right join matters m on m.category_id = t.category_id`;
}

function clusters(
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  [west, south, east, north]: Box,
  now: string,
): RawBuilder<unknown> {
  return sql`
    select sum(count)::int as count, sum(lng) / sum(count) as lng, sum(lat) / sum(count) as lat,
      sum(late)::int as late, min(open_since) as open_since,
      (array_agg(top order by count desc, top))[1] as top
    from (
      select floor((m.lng - ${west}) / ${(east - west) / CELLS}) as across,
        floor((m.lat - ${south}) / ${(north - south) / CELLS}) as up, top,
        count(*) as count, sum(m.lng) as lng, sum(m.lat) as lat,
        count(*) filter (where m.due_at < ${now}::timestamptz) as late,
        min(${openSince}) as open_since
      from ${from} where ${where} group by 1, 2, 3) as cells
    group by across, up`;
}

function single(from: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select m.matter_id, m.number, m.lng, m.lat, m.state, m.due_at, ${openSince} as open_since, top
    from ${from} where ${where} limit ${MOST_IN_TILE}`;
}

function standing(row: Record<string, unknown>): { state: State; dueAt: string | null } {
  return { state: row['state'] as State, dueAt: row['due_at'] as string | null };
}

export function inside([west, south, east, north]: Box): RawBuilder<boolean> {
  return sql<boolean>`m.point && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
}

/** west, south, east, north in their order and on the earth. */
export function checkedBox(box: Box): Box | undefined {
  const [west, south, east, north] = box;
  const fits =
    west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return fits ? box : undefined;
}
