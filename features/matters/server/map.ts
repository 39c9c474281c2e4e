/** Matters on the map: points in a box, and vector tiles encoded here, since one engine cannot. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
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
  const statement = z <= CLUSTERED_TO ? clusters(where, box, now) : single(where);
  const [rows] = await services.database.read(context.tenantId, compileAnew(statement));
  const ageOf = ages(context, now);
  const features = (rows?.rows ?? []).map((row) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [row['lng'] as number, row['lat'] as number] },
    properties:
      z <= CLUSTERED_TO
        ? { count: row['count'], late: row['late'], ...ageOf(row['open_since']) }
        : {
            id: row['matter_id'],
            number: row['number'],
            urgency: urgency(standing(row), now),
            ...ageOf(row['open_since']),
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

function clusters(
  where: RawBuilder<unknown>,
  [west, south, east, north]: Box,
  now: string,
): RawBuilder<unknown> {
  return sql`
    select count(*)::int as count, avg(m.lng) as lng, avg(m.lat) as lat,
      count(*) filter (where m.due_at < ${now}::timestamptz)::int as late,
      min(${openSince}) as open_since
    from matters m where ${where}
    group by floor((m.lng - ${west}) / ${(east - west) / CELLS}),
      floor((m.lat - ${south}) / ${(north - south) / CELLS})`;
}

function single(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select m.matter_id, m.number, m.lng, m.lat, m.state, m.due_at, ${openSince} as open_since
    from matters m where ${where} limit ${MOST_IN_TILE}`;
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
