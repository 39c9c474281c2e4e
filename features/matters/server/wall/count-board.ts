/**
 * Counts what a wall shows: folded figures with what is not folded yet, and the
 * live backlog from the index of what is open. Two flights: which areas, then
 * everything about them in one snapshot.
 */
import { type RawBuilder, sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { AreaId, CategoryId } from '#kernel/ids.ts';
import type { Database, Rows } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import type { CountedMeasure } from '../../rules/figures.ts';
import type { CountedArea, CountedBoard, CountedGroup } from '../../rules/wall/make-board.ts';
import { dayOfTenant } from '../figure-rows.ts';
import { AGES, figureSet, sumStatement } from '../figures.ts';
import { openStates } from '../filter.ts';

/** Areas a wall tells apart; a place with more below it shows the first in the official order. */
const MOST_AREAS = 60;
const DAY = 86_400_000;
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
  const paths = places.map(({ areaPath }) => areaPath);
  const own = [wall.areaPath];
  const sums = (
    by: 'total' | 'area' | 'category',
    among: readonly string[],
    from = periods.year.from,
  ) => compile(sumStatement(context, { from, to: periods.monthEnd, by }, among));
  const [total, month, byArea, byCategory, ended, backlog, categories] = await database.read(
    tenantId,
    sums('total', own),
    sums('total', own, periods.monthStart),
    sums('area', paths),
    sums('category', own),
    compile(endedStatement(context, periods, [...new Set([...paths, wall.areaPath])])),
    compile(backlogStatement(tenantId, asOf, wall.areaPath, paths[0]?.length ?? 0)),
    compile(sql`
      select category_id, parent_id, name, coalesce(name_en, '') as name_en from categories
      where tenant_id = ${tenantId}`),
  );
  const names = namesOf(categories);
  const areaGroups = groupsOf(byArea);
  const open = backlogOf(backlog);
  const [whole] = groupsOf(total).values();
  const [thisMonth] = groupsOf(month).values();
  return {
    asOf,
    year: { from: periods.year.from, to: periods.year.to },
    recent: periods.recent,
    total: whole ?? NOTHING,
    filedThisMonth: thisMonth?.filed ?? 0,
    ...open.total,
    ended: endedOf(ended, wall.areaPath, names).reduce((all, { count }) => all + count, 0),
    areas: places.map((place) => ({
      areaId: place.areaId,
      name: place.name,
      nameEn: place.nameEn,
      year: areaGroups.get(place.areaPath) ?? NOTHING,
      ...(open.byPath.get(place.areaPath) ?? { open: 0, late: 0 }),
      ended: endedOf(ended, place.areaPath, names),
    })),
    categories: [...groupsOf(byCategory)].flatMap(([key, year]) => {
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
    monthStart: month(0),
    monthEnd: month(1, 0),
  };
}

type Sums = Partial<Record<CountedMeasure, number>>;

/** Sums by their key, as counted: what was excluded stays in. */
function groupsOf(found: Rows | undefined): ReadonlyMap<string, CountedGroup> {
  const sums = new Map<string, Sums>();
  for (const row of found?.rows ?? []) {
    const key = row['key'] as string;
    const own = sums.get(key) ?? {};
    own[row['measure'] as CountedMeasure] = row['total'] as number;
    sums.set(key, own);
  }
  return new Map(
    [...sums].map(([key, own]) => {
      const { filed, response, onTime, solved, satisfied } = figureSet(own);
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
  { tenantId }: Context,
  { recent, monthStart, monthEnd }: Periods,
  paths: readonly string[],
): RawBuilder<unknown> {
  const among = paths.length === 0 ? sql`('')` : sql`(${sql.join(paths)})`;
  return sql`
    select u.path, u.key, sum(u.total)::int as total from (
      select f.area_path as path, f.key::text as key, f.total from figures f
      where f.tenant_id = ${tenantId} and f.dimension = 'category' and f.period = 'month'
        and f.area_path in ${among} and f.measure = 'closed'
        and f.starts in (${recent.from}::date, ${monthStart}::date)
      union all
      select k.area_path, i.category_id::text, i.delta::bigint from figure_increments i
      join areas k on k.tenant_id = ${tenantId} and k.area_path in ${among}
        and i.area_path >= k.area_path and i.area_path < k.area_path || '~'
      where i.tenant_id = ${tenantId} and i.measure = 'closed'
        and i.day >= ${recent.from}::date and i.day <= ${monthEnd}::date
    ) u group by 1, 2 having sum(u.total) <> 0`;
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
 * What is open now, by area and age: from the index alone.
 * @param length characters of the paths of the areas told apart
 */
function backlogStatement(
  tenantId: string,
  now: string,
  path: string,
  length: number,
): RawBuilder<unknown> {
  // Instants made here: as `now - interval` they would be reckoned anew for every row.
  const since = AGES.map((days) => new Date(Date.parse(now) - days * DAY).toISOString()).reverse();
  return sql`
    select substr(m.area_path, 1, ${sql.lit(length)}) as path,
      width_bucket(m.reported_at, ${since}::timestamptz[]) as younger, count(*)::int as open,
      count(*) filter (where m.due_at < ${now})::int as late,
      count(*) filter (where m.state = 'shelved')::int as shelved
    from matters m
    where m.tenant_id = ${tenantId} and m.state in (${openStates})
      and ${pathCondition('m.area_path', [path])}
    group by 1, 2`;
}

function backlogOf(found: Rows | undefined) {
  const rows = (found?.rows ?? []) as readonly Readonly<{
    path: string;
    younger: number;
    open: number;
    late: number;
    shelved: number;
  }>[];
  const sum = (name: 'open' | 'late' | 'shelved', among = rows): number =>
    among.reduce((total, row) => total + row[name], 0);
  const byPath = Map.groupBy(rows, ({ path }) => path);
  return {
    total: {
      open: sum('open'),
      late: sum('late'),
      shelved: sum('shelved'),
      // Of the ages' lower bounds, the youngest group passes all and the oldest none.
      byAge: [...AGES, null].map((upToDays, at) => ({
        upToDays,
        open: sum(
          'open',
          rows.filter(({ younger }) => younger === AGES.length - at),
        ),
      })),
    },
    byPath: new Map(
      [...byPath].map(([path, own]) => [path, { open: sum('open', own), late: sum('late', own) }]),
    ),
  };
}
