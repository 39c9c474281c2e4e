/** The map that everybody may see: none about a person or a home, none that accuses, category and state only. */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { CategoryId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, compileAnew } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { publicMap } from '../contract.ts';
import { dayOfTenant } from './figure-rows.ts';
import { openness, openStates } from './filter.ts';
import { checkedBox, inside } from './map.ts';
import { inLocale } from './summary.ts';

/** The latest; more than this no page lists. */
const MOST_POINTS = 2_000;
/** Counted up to this number: whoever asks, nobody has the whole table read. */
const MOST_COUNTED = 20_000;
/** A kind is offered where one of its latest so many is public. */
const LATEST_OF_KIND = 500;
/** Degrees to which public points are rounded: about 50 m. */
const PUBLIC_DIGITS = 3;

/** Of everything that fits: the latest as points, how many there are, and what kinds there are to choose from. */
export async function publicPoints(
  services: Pick<Services, 'database'>,
  context: Context,
  { query }: Input<typeof publicMap>,
): Promise<Outcome<Answer<typeof publicMap>>> {
  const box = checkedBox(query.bbox);
  if (box === undefined) return refused({ code: 'geometry.off_earth', field: 'bbox' });
  const { tenantId, locale } = context;
  const fitting = fits(tenantId, box, query);
  const [latest, counted, kinds] = await services.database.read(
    tenantId,
    pointsStatement(tenantId, fitting),
    countStatement(fitting),
    kindsStatement(tenantId),
  );
  const dayOf = dayOfTenant(context);
  const points = latest?.rows ?? [];
  const all = counted?.rows[0] ?? {};
  const count = Number(all['count'] ?? 0);
  return done({
    truncated: points.length > MOST_POINTS,
    count: Math.min(count, MOST_COUNTED),
    open: count > MOST_COUNTED ? null : Number(all['open'] ?? 0),
    points: points.slice(0, MOST_POINTS).map((row) => ({
      lng: row['lng'] as number,
      lat: row['lat'] as number,
      category: inLocale(row, 'category_name', locale),
      state: row['open'] === true ? 'open' : 'closed',
      reportedOn: dayOf(row['reported_at'] as string),
    })),
    kinds: (kinds?.rows ?? []).map((row) => ({
      categoryId: row['category_id'] as CategoryId,
      name: inLocale(row, 'name', locale),
    })),
  });
}

/** What of a matter `m` may stand on a public map. */
const PUBLIC = sql<boolean>`not m.personal and m.accused_organisation_id is null
  and m.filed_at is not null and m.state not in ('withdrawn', 'not_accepted', 'merged', 'void')`;

function fits(
  tenantId: TenantId,
  box: Parameters<typeof inside>[0],
  { state, categoryId }: Input<typeof publicMap>['query'],
): RawBuilder<boolean> {
  const parts = [
    sql<boolean>`m.tenant_id = ${tenantId} and ${inside(box)} and ${PUBLIC}`,
    ...(state === undefined ? [] : [openness(state === 'open')]),
    ...(categoryId === undefined ? [] : [sql<boolean>`m.category_id = ${categoryId}`]),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function pointsStatement(tenantId: TenantId, fitting: RawBuilder<boolean>): Statement {
  return compileAnew(sql`
    select round(m.lng::numeric, ${sql.lit(PUBLIC_DIGITS)})::float8 as lng,
      round(m.lat::numeric, ${sql.lit(PUBLIC_DIGITS)})::float8 as lat, c.name as category_name,
      c.name_en as category_name_en, m.state in (${openStates}) as open, m.reported_at
    from matters m join categories c on c.tenant_id = ${tenantId} and c.category_id = m.category_id
    where ${fitting} order by m.reported_at desc limit ${MOST_POINTS + 1}`);
}

function countStatement(fitting: RawBuilder<boolean>): Statement {
  return compileAnew(sql`
    select count(*)::int as count, count(*) filter (where state in (${openStates}))::int as open
    from (select m.state from matters m where ${fitting} limit ${MOST_COUNTED + 1}) x`);
}

function kindsStatement(tenantId: TenantId): Statement {
  return compile(sql`
    select c.category_id, c.name, c.name_en from categories c
    where c.tenant_id = ${tenantId} and exists (
      select 1 from (
        select personal, accused_organisation_id, filed_at, state from matters
        where tenant_id = ${tenantId} and category_id = c.category_id
        order by reported_at desc limit ${sql.lit(LATEST_OF_KIND)}) m
      where ${PUBLIC})
    order by c.code`);
}
