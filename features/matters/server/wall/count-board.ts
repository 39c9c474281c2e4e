/**
 * Counts what a wall shows: folded figures with what is not folded yet, and the
 * live backlog from the index of what is open. Two flights: which areas, then
 * everything about them in one snapshot.
 */
import { type RawBuilder, sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { AreaId, CategoryId, TenantId } from '#kernel/ids.ts';
import type { Database, Rows } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import { AGES, sinceOfAges } from '../../rules/ages.ts';
import type { CountedMeasure } from '../../rules/figures.ts';
import type { CountedArea, CountedBoard, CountedGroup } from '../../rules/wall/make-board.ts';
import { dayOfTenant } from '../figure-rows.ts';
import { figureSet, isOpen } from '../figures.ts';

/** Areas a wall tells apart; a place with more below it shows the first in the official order. */
const MOST_AREAS = 60;
const MONTHS = 12;

interface Place {
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly name: string;
  readonly nameEn: string;
}

/** The areas right below; an area without any stands for itself. */
export async function placesOf(
  database: Database,
  { tenantId }: Context,
  areaId: AreaId,
): Promise<readonly Place[]> {
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select area_id, area_path, name, name_en from areas
      where tenant_id = ${tenantId} and to_day is null
        and (area_id = ${areaId} or parent_area_id = ${areaId})
      order by area_path limit ${MOST_AREAS + 1}`),
  );
  const [own, ...below] = rowsAs<Place>(found);
  if (own === undefined) return [];
  return below.length === 0 ? [own] : below;
}

export async function countBoard(
  database: Database,
  context: Context,
  wall: { readonly areaId: AreaId; readonly areaPath: string },
): Promise<CountedBoard> {
  const { tenantId } = context;
  const asOf = instantNow(context.clock);
  const periods = periodsOf(dayOfTenant(context)(asOf));
  const places = await placesOf(database, context, wall.areaId);
  const paths = [...new Set([wall.areaPath, ...places.map(({ areaPath }) => areaPath)])];
  const [byPath, byCategory, ended, backlog, categories] = await database.read(
    tenantId,
    compile(areaStatement(tenantId, periods, paths)),
    compile(categoryStatement(tenantId, periods, wall.areaPath)),
    compile(endedStatement(tenantId, periods, paths)),
    compile(backlogStatement(context, asOf, wall.areaPath)),
    compile(sql`
      select category_id, parent_id, name, coalesce(name_en, '') as name_en from categories
      where tenant_id = ${tenantId}`),
  );
  const names = namesOf(categories);
  const years = groupsOf(byPath, 'total');
  const open = backlogOf(backlog);
  return {
    asOf,
    year: { from: periods.year.from, to: periods.year.to },
    recent: periods.recent,
    total: years.get(wall.areaPath) ?? NOTHING,
    filedThisMonth: groupsOf(byPath, 'this_month').get(wall.areaPath)?.filed ?? 0,
    ...open.total,
    ended: endedOf(ended, wall.areaPath, names).reduce((all, { count }) => all + count, 0),
    areas: places.map((place) => ({
      areaId: place.areaId,
      name: place.name,
      nameEn: place.nameEn,
      year: years.get(place.areaPath) ?? NOTHING,
      ...open.below(place.areaPath),
      ended: endedOf(ended, place.areaPath, names),
    })),
    categories: [...groupsOf(byCategory, 'total')].flatMap(([key, year]) => {
      const named = names.get(key);
      return named === undefined
        ? []
        : [{ categoryId: key as CategoryId, name: named.name, nameEn: named.nameEn, year }];
    }),
  };
}

interface Periods {
  readonly year: { readonly from: string; readonly to: string };
  readonly recent: { readonly from: string; readonly to: string };
  /** First days of the year's months: named one by one, they are looked up and not walked through. */
  readonly months: readonly string[];
  readonly monthStart: string;
  /** The last day of the present month: whole months are read as one row each. */
  readonly monthEnd: string;
}

function periodsOf(today: string): Periods {
  const month = (ahead: number, day = 1): string => {
    const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
    return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + ahead, day))
      .toISOString()
      .slice(0, 10);
  };
  return {
    year: { from: month(1 - MONTHS), to: today },
    recent: { from: month(-1), to: today },
    months: Array.from({ length: MONTHS }, (_, at) => month(at + 1 - MONTHS)),
    monthStart: month(0),
    monthEnd: month(1, 0),
  };
}

/** What is shown of a category; how soon it was answered no scene tells. */
const MEASURES_OF_CATEGORY = [
  'filed',
  'limited',
  'on_time',
  'asked',
  'solved',
  'satisfied',
] as const satisfies readonly CountedMeasure[];

/** Of the year and of its last month, by area: the folded months and what is not folded yet. */
function areaStatement(
  tenantId: TenantId,
  { months, monthStart, year, monthEnd }: Periods,
  paths: readonly string[],
): RawBuilder<unknown> {
  return sql`
    select u.path as key, u.measure, sum(u.total)::int as total,
      coalesce(sum(u.total) filter (where u.now), 0)::int as this_month
    from (
      select f.area_path as path, f.measure, f.total, f.starts = ${monthStart}::date as now
      from figures f
      where f.tenant_id = ${tenantId} and f.dimension = 'all' and f.period = 'month'
        and f.area_path in (${sql.join(paths)})
        and f.starts in (${daysOf(months)})
      union all
      select k.area_path, i.measure, i.delta::bigint, i.day >= ${monthStart}::date
      from figure_increments i ${besideAreas(tenantId, paths)}
      where i.tenant_id = ${tenantId}
        and i.day >= ${year.from}::date and i.day <= ${monthEnd}::date
    ) u group by 1, 2`;
}

/** Of the year, by category. */
function categoryStatement(
  tenantId: TenantId,
  { months, year, monthEnd }: Periods,
  path: string,
): RawBuilder<unknown> {
  const measures = sql.join(MEASURES_OF_CATEGORY);
  return sql`
    select u.key::text as key, u.measure, sum(u.total)::int as total from (
      select f.key, f.measure, f.total from figures f
      where f.tenant_id = ${tenantId} and f.dimension = 'category' and f.period = 'month'
        and f.area_path = ${path} and f.measure in (${measures})
        and f.starts in (${daysOf(months)})
      union all
      select i.category_id, i.measure, i.delta::bigint from figure_increments i
      where i.tenant_id = ${tenantId} and ${pathCondition('i.area_path', [path])}
        and i.day >= ${year.from}::date and i.day <= ${monthEnd}::date
        and i.measure in (${measures}) and i.category_id is not null
    ) u group by u.key, u.measure having sum(u.total) <> 0 order by u.key`;
}

function daysOf(days: readonly string[]): RawBuilder<unknown> {
  return sql.join(days.map((day) => sql`${day}::date`));
}

/** Each increment beside those of these areas that it lies in. */
function besideAreas(tenantId: TenantId, paths: readonly string[]): RawBuilder<unknown> {
  return sql`join areas k on k.tenant_id = ${tenantId} and k.area_path in (${sql.join(paths)})
    and i.area_path >= k.area_path and i.area_path < k.area_path || '~'`;
}

type Sums = Partial<Record<CountedMeasure, number>>;

/** Sums by their key, as counted: what was excluded stays in. */
function groupsOf(
  found: Rows | undefined,
  column: 'total' | 'this_month',
): ReadonlyMap<string, CountedGroup> {
  const byKey = Map.groupBy(found?.rows ?? [], (row) => row['key'] as string);
  return new Map(
    [...byKey].map(([key, rows]) => {
      const sums: Sums = Object.fromEntries(rows.map((row) => [row['measure'], row[column]]));
      const { filed, response, onTime, solved, satisfied } = figureSet(sums);
      return [
        key,
        {
          filed,
          response: response.raw,
          onTime: onTime.raw,
          solved: solved.raw,
          satisfied: satisfied.raw,
        },
      ];
    }),
  );
}

const NONE = { numerator: 0, denominator: 0 };
const NOTHING: CountedGroup = {
  filed: 0,
  response: NONE,
  onTime: NONE,
  solved: NONE,
  satisfied: NONE,
};

/** Closed in the recent months, by area and category. */
function endedStatement(
  tenantId: TenantId,
  { recent, monthStart, monthEnd }: Periods,
  paths: readonly string[],
): RawBuilder<unknown> {
  return sql`
    select u.path, u.key::text as key, sum(u.total)::int as total from (
      select f.area_path as path, f.key, f.total from figures f
      where f.tenant_id = ${tenantId} and f.dimension = 'category' and f.period = 'month'
        and f.area_path in (${sql.join(paths)}) and f.measure = 'closed'
        and f.starts in (${recent.from}::date, ${monthStart}::date)
      union all
      select k.area_path, i.category_id, i.delta::bigint from figure_increments i
      ${besideAreas(tenantId, paths)}
      where i.tenant_id = ${tenantId} and i.measure = 'closed'
        and i.day >= ${recent.from}::date and i.day <= ${monthEnd}::date
    ) u group by u.path, u.key having sum(u.total) <> 0`;
}

/** By the groups of the catalogue: single kinds would mostly be few. */
function endedOf(found: Rows | undefined, path: string, names: Names): CountedArea['ended'] {
  const own = (found?.rows ?? []).filter((row) => row['path'] === path);
  const byGroup = Map.groupBy(own, (row) => groupOf(row['key'] as string, names));
  return [...byGroup].map(([key, rows]) => ({
    name: names.get(key)?.name ?? '',
    nameEn: names.get(key)?.nameEn ?? '',
    count: rows.reduce((all, row) => all + (row['total'] as number), 0),
  }));
}

function groupOf(key: string, names: Names): string {
  const parent = names.get(key)?.parentId;
  return parent === null || parent === undefined ? key : groupOf(parent, names);
}

interface Category {
  readonly parentId: string | null;
  readonly name: string;
  readonly nameEn: string;
}

type Names = ReadonlyMap<string, Category>;

function namesOf(found: Rows | undefined): Names {
  return new Map(
    rowsAs<Category & { readonly categoryId: string }>(found).map(({ categoryId, ...named }) => [
      categoryId,
      named,
    ]),
  );
}

/**
 * What is open now, by the area it lies in and by age: from the index alone, in its
 * order, said as the index says it and one comparison more. Counting all that is younger
 * than each age costs half of finding the age of every row.
 */
function backlogStatement(context: Context, now: string, path: string): RawBuilder<unknown> {
  const { tenantId, timeZone } = context;
  // Instants made here: as `now - interval` they would be reckoned anew for every row.
  const younger = sinceOfAges(dayOfTenant(context)(now), timeZone).map(
    (since) => sql`count(*) filter (where m.reported_at >= ${since}::timestamptz)::int`,
  );
  return sql`
    select m.area_path as path, count(*)::int as open,
      count(*) filter (where m.due_at < ${now}::timestamptz)::int as late,
      count(*) filter (where m.state = 'shelved')::int as shelved,
      array[${sql.join(younger)}] as younger
    from matters m
    where m.tenant_id = ${tenantId} and ${isOpen} and ${pathCondition('m.area_path', [path])}
    group by 1`;
}

interface Backlog {
  readonly path: string;
  readonly open: number;
  readonly late: number;
  readonly shelved: number;
  /** Younger than each of the ages. */
  readonly younger: readonly number[];
}

function backlogOf(found: Rows | undefined) {
  const rows = rowsAs<Backlog>(found);
  const sum = (of: (row: Backlog) => number, among = rows): number =>
    among.reduce((all, row) => all + of(row), 0);
  const open = sum((row) => row.open);
  const upTo = [...AGES.map((_, at) => sum(({ younger }) => younger[at] ?? 0)), open];
  return {
    total: {
      open,
      late: sum((row) => row.late),
      shelved: sum((row) => row.shelved),
      byAge: [...AGES, null].map((upToDays, at) => ({
        upToDays,
        open: (upTo[at] ?? 0) - (upTo[at - 1] ?? 0),
      })),
    },
    /** In an area and all below it. */
    below: (path: string) => {
      const own = rows.filter((row) => row.path.startsWith(path));
      return { open: sum((row) => row.open, own), late: sum((row) => row.late, own) };
    },
  };
}
