/** Figures of a period: the folded sums and what is not folded yet; backlog by age, live. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Rows } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import { outermostPaths } from '#platform/scope/paths.ts';
import type { Services } from '#platform/services.ts';
import type { FigureSet, getFigures } from '../contract.ts';
import { AGES, sinceOfAges } from '../rules/ages.ts';
import type { CountedMeasure, Measure } from '../rules/figures.ts';
import { isTerritorial } from '../rules/sight.ts';
import { dayOfTenant } from './figure-rows.ts';
import { openStates } from './filter.ts';
import { sightCondition } from './sight.ts';

type Query = Input<typeof getFigures>['query'];

export async function figures(
  services: Services,
  context: Context,
  { query }: Input<typeof getFigures>,
): Promise<Outcome<Answer<typeof getFigures>>> {
  const whole = await pathsInSight(services, context, query);
  const paths = query.by === 'area' ? await below(services, context, whole) : whole;
  const [sums, backlog] = await services.database.read(
    context.tenantId,
    compile(sumStatement(context, query, paths)),
    compile(backlogStatement(context, query)),
  );
  return done({
    groups: groupsFrom(sums),
    backlog: backlogFrom(backlog),
    asOf: instantNow(context.clock),
  });
}

/** Areas the reader sees whole; a handler sees figures of the own unit through the unit's area. */
async function pathsInSight(
  services: Services,
  context: Context,
  query: Query,
): Promise<readonly string[]> {
  const own = outermostPaths(
    grantsOf(context.actor)
      .filter((grant) => isTerritorial(grant.role))
      .map((grant) => grant.areaPath),
  );
  if (query.areaId === undefined) return own;
  const [rows] = await services.database.read(
    context.tenantId,
    compile(sql`
      select area_path from areas
      where tenant_id = ${context.tenantId} and area_id = ${query.areaId}`),
  );
  const path = rows?.rows[0]?.['area_path'] as string | undefined;
  if (path === undefined) return [];
  return outermostPaths(
    own.flatMap((one) => {
      if (path.startsWith(one)) return [path];
      return one.startsWith(path) ? [one] : [];
    }),
  );
}

/** The areas right below these; an area without any stands for itself. */
async function below(
  services: Services,
  context: Context,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) return paths;
  const [rows] = await services.database.read(
    context.tenantId,
    compile(sql`
      select p.area_path as parent, a.area_path as path from areas p
      join areas a on a.tenant_id = p.tenant_id and a.parent_area_id = p.area_id
      where p.tenant_id = ${context.tenantId} and p.area_path in (${sql.join(paths)})`),
  );
  const children = (rows?.rows ?? []).map((row) => row['path'] as string);
  const parents = new Set((rows?.rows ?? []).map((row) => row['parent'] as string));
  return [...children, ...paths.filter((path) => !parents.has(path))];
}

/** Sums by group and measure. */
export function sumStatement(
  context: Context,
  query: Query,
  paths: readonly string[],
): RawBuilder<unknown> {
  const { tenantId } = context;
  const folded = foldedRows(tenantId, query, paths);
  const fresh = freshRows(tenantId, query, paths);
  return sql`
    select s.key, ${groupName(tenantId, query.by)} as name, s.measure, s.total
    from (
      select u.key, u.measure, sum(u.total)::int as total
      from (${folded} union all ${fresh}) u
      group by 1, 2 having sum(u.total) <> 0 or u.key = 'total'
    ) s order by 1, 3`;
}

/** Which rows of the folded figures answer the question. */
function dimensionOf(query: Query): { dimension: string; key: string | undefined } {
  if (query.by === 'category' || query.categoryId !== undefined) {
    return { dimension: 'category', key: query.categoryId };
  }
  if (query.by === 'organisation' || query.organisationId !== undefined) {
    return { dimension: 'organisation', key: query.organisationId };
  }
  return { dimension: 'all', key: undefined };
}

/** Whole months as months, the days at both ends as days. */
function foldedRows(tenantId: string, query: Query, paths: readonly string[]): RawBuilder<unknown> {
  const { dimension, key } = dimensionOf(query);
  if (paths.length === 0)
    return sql`select '' as key, '' as measure, 0::bigint as total where false`;
  const { months, days } = periodParts(query.from, query.to);
  const periods = sql.join(
    [...months.map(periodRange('month')), ...days.map(periodRange('day'))],
    sql` or `,
  );
  return sql`
    select ${foldedKey(query.by)} as key, f.measure, f.total from figures f
    where f.tenant_id = ${tenantId} and f.dimension = ${dimension}
      and f.area_path in (${sql.join(paths)})
      and (${periods}) ${key === undefined ? sql`` : sql`and f.key = ${key}`}`;
}

function periodRange(period: 'month' | 'day') {
  return ([from, to]: readonly [string, string]) =>
    sql`(f.period = ${sql.lit(period)} and f.starts >= ${from}::date and f.starts <= ${to}::date)`;
}

function foldedKey(by: Query['by']): RawBuilder<string> {
  switch (by) {
    case 'total':
      return sql`'total'`;
    case 'area':
      return sql`f.area_path`;
    case 'month':
      return sql`to_char(f.starts, 'YYYY-MM')`;
    case 'category':
    case 'organisation':
      return sql`f.key::text`;
  }
}

function freshRows(tenantId: string, query: Query, paths: readonly string[]): RawBuilder<unknown> {
  const { key } = dimensionOf(query);
  const dimension = query.categoryId ? 'category_id' : 'organisation_id';
  return sql`
    select ${freshKey(query.by)} as key, i.measure, i.delta::bigint as total
    from figure_increments i ${query.by === 'area' ? joinAreas(tenantId, paths) : sql``}
    where i.tenant_id = ${tenantId} and ${pathCondition('i.area_path', paths)}
      and i.day >= ${query.from}::date and i.day <= ${query.to}::date
      ${key === undefined ? sql`` : sql`and i.${sql.raw(dimension)} = ${key}`}`;
}

/** Each increment beside the one of these areas it lies in. */
function joinAreas(tenantId: string, paths: readonly string[]): RawBuilder<unknown> {
  const among = paths.length === 0 ? sql`false` : sql`k.area_path in (${sql.join(paths)})`;
  return sql`join areas k on k.tenant_id = ${tenantId} and ${among}
    and i.area_path >= k.area_path and i.area_path < k.area_path || '~'`;
}

function freshKey(by: Query['by']): RawBuilder<string> {
  switch (by) {
    case 'total':
      return sql`'total'`;
    case 'area':
      return sql`k.area_path`;
    case 'month':
      return sql`to_char(i.day, 'YYYY-MM')`;
    case 'category':
      return sql`coalesce(i.category_id::text, '00000000-0000-0000-0000-000000000000')`;
    case 'organisation':
      return sql`coalesce(i.organisation_id::text, '00000000-0000-0000-0000-000000000000')`;
  }
}

function groupName(tenantId: string, by: Query['by']): RawBuilder<string> {
  switch (by) {
    case 'area':
      return sql`coalesce((select a.name from areas a where a.tenant_id = ${tenantId} and a.area_path = s.key limit 1), '')`;
    case 'category':
      return sql`coalesce((select c.name from categories c where c.tenant_id = ${tenantId} and c.category_id = s.key::uuid), '')`;
    case 'organisation':
      return sql`coalesce((select o.name from organisations o where o.tenant_id = ${tenantId} and o.organisation_id = s.key::uuid), '')`;
    default:
      return sql`''`;
  }
}

type Range = readonly [string, string];

/** Splits inclusive legal days into whole months (by their first days) and the days left over. */
function periodParts(from: string, to: string): { months: Range[]; days: Range[] } {
  if (from > to) return { months: [], days: [[from, to]] };
  const first = from.endsWith('-01') ? from : firstOfNextMonth(from);
  const afterLast = nextDay(to).endsWith('-01') ? nextDay(to) : `${to.slice(0, 7)}-01`;
  if (first >= afterLast) return { months: [], days: [[from, to]] };
  const days: Range[] = [];
  if (from < first) days.push([from, dayBefore(first)]);
  if (afterLast <= to) days.push([afterLast, to]);
  return { months: [[first, dayBefore(afterLast)]], days };
}

function firstOfNextMonth(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  return shifted(day, 1);
}

function dayBefore(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

type Sums = Partial<Record<CountedMeasure, number>>;

function groupsFrom(rows: Rows | undefined): Answer<typeof getFigures>['groups'] {
  const groups = new Map<string, { name: string; sums: Sums }>();
  for (const row of rows?.rows ?? []) {
    const key = row['key'] as string;
    const group = groups.get(key) ?? { name: row['name'] as string, sums: {} };
    group.sums[row['measure'] as CountedMeasure] = row['total'] as number;
    groups.set(key, group);
  }
  return [...groups].map(([key, { name, sums }]) => ({ key, name, figures: figureSet(sums) }));
}

/** Rates of sums: raw, and without what was excluded with approval. */
export function figureSet(sums: Sums): FigureSet {
  const raw = (measure: Measure) => sums[measure] ?? 0;
  const adjusted = (measure: Measure) => raw(measure) - (sums[`excluded_${measure}`] ?? 0);
  const rate = (numerator: Measure, denominator: Measure) => ({
    raw: { numerator: raw(numerator), denominator: raw(denominator) },
    adjusted: { numerator: adjusted(numerator), denominator: adjusted(denominator) },
  });
  return {
    reported: raw('reported'),
    filed: raw('filed'),
    closed: raw('closed'),
    response: rate('response_met', 'response_due'),
    solved: rate('solved', 'asked'),
    satisfied: rate('satisfied', 'asked'),
    onTime: rate('on_time', 'limited'),
  };
}

/**
 * What is open, said as the index `matters_open` says it and one comparison more:
 * what its own condition says already is not looked at again, row by row.
 */
export const isOpen = sql`m.state in (${openStates}, 'closed') and m.state <> 'closed'`;

function backlogStatement(context: Context, query: Query): RawBuilder<unknown> {
  const now = instantNow(context.clock);
  // Instants made here: as `now - interval` they would be reckoned anew for every row.
  const since = sinceOfAges(dayOfTenant(context)(now), context.timeZone).toReversed();
  const place =
    query.areaId === undefined
      ? sql`true`
      : sql`m.area_path like (select area_path from areas where tenant_id = ${context.tenantId} and area_id = ${query.areaId}) || '%'`;
  return sql`
    select width_bucket(m.reported_at, ${since}::timestamptz[]) as younger, count(*)::int as open,
      count(*) filter (where m.due_at < ${now})::int as late,
      count(*) filter (where m.state = 'shelved')::int as shelved
    from matters m
    where m.tenant_id = ${context.tenantId} and ${isOpen}
      and ${sightCondition(context.actor)} and ${place}
      ${query.categoryId ? sql`and m.category_id = ${query.categoryId}` : sql``}
      ${query.organisationId ? sql`and m.handler_organisation_id = ${query.organisationId}` : sql``}
    group by 1`;
}

function backlogFrom(found: Rows | undefined): Answer<typeof getFigures>['backlog'] {
  const rows = found?.rows ?? [];
  const sum = (name: string, among = rows) =>
    among.reduce((total, row) => total + (row[name] as number), 0);
  // Of the ages' lower bounds, the youngest group passes all and the oldest none.
  const byAge = [...AGES, null].map((upToDays, at) => ({
    upToDays,
    open: sum(
      'open',
      rows.filter((row) => row['younger'] === AGES.length - at),
    ),
  }));
  return { open: sum('open'), late: sum('late'), shelved: sum('shelved'), byAge };
}
