/** The list by what matters have in common: the groups with their counts, and the condition for the rows of one. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { isId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { compileAnew } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import { type groupMatters, type MatterFilter, URGENCIES } from '../contract.ts';
import type { Grouping } from '../rules/list-shape.ts';
import { SOURCES } from '../rules/matter.ts';
import { STATES } from '../rules/states.ts';
import { soonAt } from '../rules/urgency.ts';
import { filterCondition, openStates } from './filter.ts';
import { sightCondition } from './sight.ts';
import { inLocale } from './summary.ts';

const MOST = 200;
/** Characters of one level in the path of an area. */
const LEVEL = 3;

type Found = Answer<typeof groupMatters>['groups'][number];

export async function groups(
  services: Services,
  context: Context,
  { query }: Input<typeof groupMatters>,
): Promise<Outcome<Answer<typeof groupMatters>>> {
  const { tenantId } = context;
  const now = instantNow(context.clock);
  const counted = sql`
    select ${keyOf(query.by, context, query.areaId)} as key, count(*)::int as count,
      count(*) filter (where m.due_at < ${now} and m.state in (${openStates}, 'closed'))::int as late
    from matters m
    where m.tenant_id = ${tenantId} and ${sightCondition(context.actor)}
      and ${filterCondition(query, context)}
    group by 1`;
  const [rows] = await services.database.read(
    tenantId,
    compileAnew(sql`
      select g.key, g.count, g.late, ${nameOf(query.by, tenantId)} from (${counted}) as g
      order by g.key is null, g.count desc, g.key limit ${MOST + 1}`),
  );
  const found = (rows?.rows ?? []).map(
    (row): Found => ({
      key: (row['key'] as string | null) ?? '',
      name: inLocale(row, 'name', context.locale),
      count: row['count'] as number,
      late: row['late'] as number,
    }),
  );
  return done({
    groups: inOwnOrder(query.by, found.slice(0, MOST)),
    truncated: found.length > MOST,
  });
}

/** True for the matters (table `m`) of one group; an empty key stands for what has none. */
export function groupCondition(
  by: Grouping,
  key: string,
  context: Context,
  areaId: MatterFilter['areaId'],
): RawBuilder<boolean> {
  const column = COLUMN[by];
  if (column === undefined) return sql<boolean>`${keyOf(by, context, areaId)} = ${key}`;
  if (key === '') return sql<boolean>`${sql.ref(column)} is null`;
  if (by !== 'state' && by !== 'source' && !isId(key)) return sql<boolean>`false`;
  return sql<boolean>`${sql.ref(column)} = ${key}`;
}

/** Groups that are a column as it stands; the others are made. */
const COLUMN: Partial<Record<Grouping, string>> = {
  handler: 'm.handler_organisation_id',
  category: 'm.category_id',
  state: 'm.state',
  source: 'm.source',
};

function keyOf(
  by: Grouping,
  context: Context,
  areaId: MatterFilter['areaId'],
): RawBuilder<unknown> {
  const column = COLUMN[by];
  if (column !== undefined) return sql`${sql.ref(column)}::text`;
  return by === 'area' ? areaBelow(context, areaId) : urgencyOf(instantNow(context.clock));
}

/** The area one level below what is looked at: streets of a district, communities of a street. */
function areaBelow(context: Context, areaId: MatterFilter['areaId']): RawBuilder<unknown> {
  const own = sql.lit(commonPath(grantsOf(context.actor).map((grant) => grant.areaPath)).length);
  const above =
    areaId === undefined
      ? own
      : sql`(select length(area_path) from areas
          where tenant_id = ${context.tenantId} and area_id = ${areaId})`;
  return sql`left(m.area_path, (${above} + ${sql.lit(LEVEL)})::int)`;
}

/** What all paths begin with, in whole levels. */
export function commonPath(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  let length = first.length;
  while (length > 0 && !others.every((path) => path.startsWith(first.slice(0, length)))) {
    length -= LEVEL;
  }
  return first.slice(0, Math.max(length, 0));
}

/** `rules/urgency.ts` in SQL; a test holds one against the other. */
function urgencyOf(now: string): RawBuilder<unknown> {
  return sql`case
    when m.state not in (${openStates}, 'closed') then 'ended'
    when m.due_at < ${now} then 'late'
    when m.state = 'shelved' then 'shelved'
    when m.due_at < ${soonAt(now)} then 'soon'
    when m.state in ('answered', 'checked', 'closed') then 'waits'
    else 'in_hand' end`;
}

function nameOf(by: Grouping, tenantId: string): RawBuilder<unknown> {
  const named = (from: RawBuilder<unknown>, english: RawBuilder<unknown>) => sql`
    (select n.name ${from}) as name, ${english} as name_en`;
  switch (by) {
    case 'handler':
      return named(
        sql`from organisations n where n.tenant_id = ${tenantId} and n.organisation_id = g.key::uuid`,
        sql`''`,
      );
    case 'category': {
      const from = sql`from categories n where n.tenant_id = ${tenantId} and n.category_id = g.key::uuid`;
      return named(from, sql`(select n.name_en ${from})`);
    }
    case 'area': {
      const from = sql`from areas n where n.tenant_id = ${tenantId} and n.area_path = g.key`;
      return named(from, sql`(select n.name_en ${from})`);
    }
    default:
      return sql`'' as name, '' as name_en`;
  }
}

/** States in the order of the loop, urgency the most pressing first; the others stay, the largest first. */
function inOwnOrder(by: Grouping, found: readonly Found[]): Found[] {
  const order: Partial<Record<Grouping, readonly string[]>> = {
    state: STATES,
    urgency: URGENCIES,
    source: SOURCES,
  };
  const own = order[by];
  if (own === undefined) return [...found];
  return found.toSorted((a, b) => own.indexOf(a.key) - own.indexOf(b.key));
}
