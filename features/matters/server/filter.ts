/** The filter of the list, the map, the tiles and the export as a condition in SQL. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, type Grant, grantsOf, instantNow } from '#kernel/context.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import { searchQuery } from '#platform/search/words.ts';
import type { MatterFilter } from '../contract.ts';
import { hearsComplaints } from '../rules/sight.ts';
import { OPEN_STATES } from '../rules/states.ts';
import { AWAITED, TRANSITIONS, type Transition } from '../rules/transitions.ts';
import { soonAt } from '../rules/urgency.ts';

type Condition = RawBuilder<boolean>;

/** Open states as SQL literals, so that the planner can prove the partial index on them. */
export const openStates = sql.join(OPEN_STATES.map((state) => sql.lit(state)));

/** Whether anything is asked for: how rare it is decides by which index it is found. */
export function isFiltered(filter: MatterFilter): boolean {
  const { q, state, open, urgency, categoryId, areaId, organisationId } = filter;
  const { mine, supervised, from, to } = filter;
  const others = [open, urgency, categoryId, areaId, organisationId, mine, supervised, from, to];
  return q !== '' || state.length > 0 || others.some((one) => one !== undefined);
}

/** What an undone import had brought is shown to who asks for it. */
const notVoid = sql<boolean>`m.state <> 'void'`;

/** True for the matters (table `m`) that fit the filter; says nothing of who may see them. */
export function filterCondition(filter: MatterFilter, context: Context): Condition {
  const conditions = [
    filter.q === '' ? undefined : wordsCondition(filter.q),
    filter.state.length > 0 ? sql<boolean>`m.state in (${sql.join(filter.state)})` : notVoid,
    filter.open === undefined ? undefined : openness(filter.open),
    urgent(filter.urgency, instantNow(context.clock)),
    filter.categoryId === undefined ? undefined : under(context, filter.categoryId),
    equal('m.handler_organisation_id', filter.organisationId),
    filter.areaId === undefined ? undefined : within(context, filter.areaId),
    filter.mine === true ? minePart(context) : undefined,
    filter.supervised === true ? sql<boolean>`m.supervised` : undefined,
    day(filter.from, sql`m.reported_at >=`, context, 0),
    day(filter.to, sql`m.reported_at <`, context, 1),
  ].filter((one) => one !== undefined);
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const NUMBER = /^\d{6}-?\d{0,6}$/;

/** By number, or the beginning of one; else by all of the words, the last one as it begins. */
export function wordsCondition(q: string): Condition {
  if (NUMBER.test(q)) return sql<boolean>`m.number >= ${q} and m.number < ${`${q}~`}`;
  return textCondition(q) ?? sql<boolean>`false`;
}

/** By all of the words; undefined where there are none, or where a number is asked for. */
export function textCondition(q: string): Condition | undefined {
  const query = NUMBER.test(q) ? '' : searchQuery(q);
  return query === '' ? undefined : sql<boolean>`m.words @@ ${query}::tsquery`;
}

export function openness(open: boolean): Condition {
  return open
    ? sql<boolean>`m.state in (${openStates})`
    : sql<boolean>`m.state not in (${openStates})`;
}

function urgent(urgency: 'late' | 'soon' | undefined, now: string): Condition | undefined {
  if (urgency === undefined) return undefined;
  return urgency === 'late'
    ? sql<boolean>`m.due_at < ${now}`
    : sql<boolean>`m.due_at >= ${now} and m.due_at < ${soonAt(now)}`;
}

function equal(column: string, value: string | undefined): Condition | undefined {
  return value === undefined ? undefined : sql<boolean>`${sql.ref(column)} = ${value}`;
}

/** Of a category, or of any below it. */
function under({ tenantId }: Context, categoryId: string): Condition {
  return sql<boolean>`m.category_id = any(array(
    with recursive below as (
      select category_id from categories where tenant_id = ${tenantId} and category_id = ${categoryId}
      union all
      select c.category_id from categories c join below b on c.parent_id = b.category_id
      where c.tenant_id = ${tenantId})
    select category_id from below))`;
}

/** All below an area, by the path it has now. */
function within(context: Context, areaId: string): Condition {
  const path = sql`(select area_path from areas where tenant_id = ${context.tenantId} and area_id = ${areaId})`;
  return sql<boolean>`(m.area_path >= ${path} and m.area_path < ${path} || '~')`;
}

/** What waits for one of my posts: what its state awaits, a decision on an extension, what has climbed to it. */
export function minePart({ actor, clock }: Pick<Context, 'actor' | 'clock'>): Condition {
  const grants = grantsOf(actor);
  const now = instantNow(clock);
  if (grants.length === 0) return sql<boolean>`false`;
  const posts = [...new Set(grants.map((grant) => grant.postId))];
  const parts = grants.flatMap((grant) => [
    ...awaitedOf(grant),
    ...reviewsOf(grant, now),
    ...extensionsOf(grant),
  ]);
  return sql<boolean>`(${sql.join(
    [...parts, sql<boolean>`m.escalated_post_id in (${sql.join(posts)})`],
    sql` or `,
  )})`;
}

function awaitedOf(grant: Grant): Condition[] {
  const states = Object.entries(AWAITED)
    .filter(([state]) => state !== 'shelved')
    .filter(([, action]) => (TRANSITIONS[action] as Transition).by.includes(grant.role))
    .map(([state]) => state);
  if (states.length === 0) return [];
  // What another system closed long ago is called back by nobody here.
  return [
    sql<boolean>`(m.state in (${sql.join(states)}) and ${placeOf(grant)}
      and not (m.state = 'closed' and m.source = 'import'))`,
  ];
}

/** What is shelved waits for nobody before its day of review. */
function reviewsOf(grant: Grant, now: string): Condition[] {
  const { by }: Transition = TRANSITIONS[AWAITED.shelved];
  if (!by.includes(grant.role)) return [];
  return [sql<boolean>`(m.state = 'shelved' and m.due_at < ${now} and ${placeOf(grant)})`];
}

function extensionsOf(grant: Grant): Condition[] {
  const { by, from } = TRANSITIONS.decide_extension as Transition;
  if (!by.includes(grant.role)) return [];
  return [
    sql<boolean>`(m.extension_until is not null and m.state in (${sql.join(from)}) and ${placeOf(grant)})`,
  ];
}

/** Complaints that wait for an answer by one of my posts that had no part in the handling. */
export function complaintsFor({ actor }: Pick<Context, 'actor'>): Condition {
  const hearing = grantsOf(actor).filter(({ role }) => hearsComplaints(role));
  if (actor.kind !== 'person' || hearing.length === 0) return sql<boolean>`false`;
  const mine = JSON.stringify([actor.personId]);
  const apart = hearing.map((grant) => {
    const own = JSON.stringify([grant.organisationId]);
    return sql<boolean>`(${placeOf(grant)} and not m.handled_by_organisations @> ${own}::jsonb)`;
  });
  return sql<boolean>`(m.complaint_at is not null
    and not m.handled_by_persons @> ${mine}::jsonb and (${sql.join(apart, sql` or `)}))`;
}

function placeOf(grant: Grant): Condition {
  return grant.role === 'handler'
    ? sql<boolean>`m.handler_organisation_id = ${grant.organisationId}`
    : pathCondition('m.area_path', [grant.areaPath]);
}

function day(
  date: string | undefined,
  comparison: RawBuilder<unknown>,
  context: Context,
  plus: number,
): Condition | undefined {
  if (date === undefined) return undefined;
  return sql<boolean>`${comparison} ((${date}::date + ${sql.lit(plus)})::timestamp at time zone ${context.timeZone})`;
}
