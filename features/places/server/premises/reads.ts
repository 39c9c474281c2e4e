/** Estates and what stands on them, to read. Nobody who lives there is named. */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { PremiseId, SiteId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, containing, rowsAs } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import {
  type Estate,
  type findPremises,
  type getBuilding,
  KEEPERS,
  type listEstates,
  type listPremises,
  type Premise,
} from '../../contract.ts';
import { ESTATE_KINDS } from '../../rules/premises/kinds.ts';
import { reachOf } from '../reach.ts';

type Reads = Pick<Services, 'database'>;

const ESTATES_ON_PAGE = 200;
const PREMISES_ON_PAGE = 500;
const MOST_ROOMS = 3_000;
const MOST_FOUND = 30;

export async function estates(
  { database }: Reads,
  context: Context,
  { params, query }: Input<typeof listEstates>,
): Promise<Outcome<Answer<typeof listEstates>>> {
  const { tenantId, actor } = context;
  const path = await pathOf(database, context, params.areaId);
  if (path === undefined) return refused({ code: 'place.unknown' });
  const after =
    query.after === undefined
      ? sql`true`
      : sql`(s.name, s.site_id) > (select l.name, l.site_id from sites l
          where l.tenant_id = ${tenantId} and l.site_id = ${query.after})`;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select p.*, a.name as area_name, ${countsOf(tenantId, sql`c.site_id = p.site_id`)},
        (select count(*)::int from premises c
          where c.tenant_id = ${tenantId} and c.above_id = p.site_id and c.to_day is null) as below
      from (
        select s.site_id, s.name, s.kind, s.area_id,
          (s.attributes ->> 'households')::double precision as households,
          s.attributes ->> 'propertyCompany' as property_company
        from sites s
        where s.tenant_id = ${tenantId} and ${pathCondition('s.area_path', [path])}
          and s.to_day is null and s.kind in (${sql.join([...ESTATE_KINDS])}) and ${after}
        order by s.name, s.site_id limit ${ESTATES_ON_PAGE + 1}
      ) p join areas a on a.tenant_id = ${tenantId} and a.area_id = p.area_id
      order by p.name, p.site_id`),
  );
  const rows = rowsAs<Estate>(found);
  const page = rows.slice(0, ESTATES_ON_PAGE);
  return done({
    estates: page,
    next: rows.length > ESTATES_ON_PAGE ? (page.at(-1)?.siteId ?? null) : null,
    keeps: reaches(actor, path, ...KEEPERS),
  });
}

/** Buildings and rooms on a condition over `c`. */
function countsOf(tenantId: TenantId, where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    (select count(*)::int from premises c where c.tenant_id = ${tenantId} and ${where}
      and c.kind = 'building' and c.to_day is null) as buildings,
    (select count(*)::int from premises c where c.tenant_id = ${tenantId} and ${where}
      and c.kind = 'room' and c.to_day is null) as rooms`;
}

export async function premises(
  { database }: Reads,
  context: Context,
  { params: { siteId }, query: { aboveId, after } }: Input<typeof listPremises>,
): Promise<Outcome<Answer<typeof listPremises>>> {
  const { tenantId } = context;
  const from =
    after === undefined
      ? sql`true`
      : sql`(p.sort_key, p.premise_id) > (select l.sort_key, l.premise_id from premises l
          where l.tenant_id = ${tenantId} and l.premise_id = ${after})`;
  const [sites, found] = await database.read(
    tenantId,
    siteInReach(context, siteId),
    compile(sql`
      select p.premise_id, p.version, p.kind, p.name, p.floor,
        (select count(*)::int from premises c where c.tenant_id = ${tenantId}
          and c.above_id = p.premise_id and c.to_day is null) as below,
        case when p.kind = 'building' then
          (select count(*)::int from premises c where c.tenant_id = ${tenantId}
            and c.building_id = p.premise_id and c.kind = 'room' and c.to_day is null)
        else
          (select count(*)::int from premises c where c.tenant_id = ${tenantId}
            and c.above_id = p.premise_id and c.kind = 'room' and c.to_day is null)
        end as rooms
      from premises p
      where p.tenant_id = ${tenantId} and p.above_id = ${aboveId ?? siteId}
        and p.site_id = ${siteId} and p.to_day is null and ${from}
      order by p.sort_key, p.premise_id limit ${PREMISES_ON_PAGE + 1}`),
  );
  if (sites?.rows.length !== 1) return refused({ code: 'premise.unknown' });
  const rows = rowsAs<Premise>(found);
  const page = rows.slice(0, PREMISES_ON_PAGE);
  return done({
    premises: page,
    next: rows.length > PREMISES_ON_PAGE ? (page.at(-1)?.premiseId ?? null) : null,
  });
}

function siteInReach(context: Context, siteId: SiteId): Statement {
  return compile(sql`
    select s.site_id from sites s
    where s.tenant_id = ${context.tenantId} and s.site_id = ${siteId} and s.to_day is null
      and ${reachOf('s.area_path', context)}`);
}

type Building = Answer<typeof getBuilding>;

export async function building(
  { database }: Reads,
  context: Context,
  { params: { premiseId } }: Input<typeof getBuilding>,
): Promise<Outcome<Building>> {
  const { tenantId } = context;
  const [houses, doors, rooms] = await database.read(
    tenantId,
    compile(sql`
      select p.premise_id, p.name, p.site_id, s.name as site_name
      from premises p join sites s on s.tenant_id = ${tenantId} and s.site_id = p.site_id
      where p.tenant_id = ${tenantId} and p.premise_id = ${premiseId} and p.kind = 'building'
        and p.to_day is null and ${reachOf('s.area_path', context)}`),
    compile(sql`
      select premise_id, name from premises
      where tenant_id = ${tenantId} and building_id = ${premiseId} and kind = 'entrance'
        and to_day is null order by sort_key, premise_id`),
    compile(sql`
      select premise_id, version, above_id, name, floor from premises
      where tenant_id = ${tenantId} and building_id = ${premiseId} and kind = 'room'
        and to_day is null order by sort_key, premise_id limit ${MOST_ROOMS + 1}`),
  );
  const [house] = rowsAs<Pick<Building, 'premiseId' | 'name' | 'siteId' | 'siteName'>>(houses);
  if (house === undefined) return refused({ code: 'premise.unknown' });
  const found = rowsAs<Building['rooms'][number]>(rooms);
  return done({
    ...house,
    entrances: rowsAs<Building['entrances'][number]>(doors),
    rooms: found.slice(0, MOST_ROOMS),
    truncated: found.length > MOST_ROOMS,
  });
}

interface FoundRow {
  readonly premiseId: PremiseId;
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly areaName: string;
  readonly name: string;
  readonly parentId: PremiseId | null;
  readonly parentName: string | null;
  readonly buildingId: PremiseId | null;
  readonly buildingName: string | null;
}

/** An address is asked for as it is said: 锦绣花园3号楼2单元501, or any part of it. */
export async function found(
  { database }: Reads,
  context: Context,
  { params, query }: Input<typeof findPremises>,
): Promise<Outcome<Answer<typeof findPremises>>> {
  const { tenantId } = context;
  const path = await pathOf(database, context, params.areaId);
  if (path === undefined) return refused({ code: 'place.unknown' });
  const words = containing(query.words.replace(/\s+/g, ''));
  const [rows] = await database.read(
    tenantId,
    compile(sql`
      select p.premise_id, p.site_id, s.name as site_name, a.name as area_name, p.name, p.parent_id,
        u.name as parent_name, p.building_id, b.name as building_name
      from premises p
      join sites s on s.tenant_id = ${tenantId} and s.site_id = p.site_id
      join areas a on a.tenant_id = ${tenantId} and a.area_id = s.area_id
      left join premises u on u.tenant_id = ${tenantId} and u.premise_id = p.parent_id
      left join premises b on b.tenant_id = ${tenantId} and b.premise_id = p.building_id
      where p.tenant_id = ${tenantId} and ${pathCondition('s.area_path', [path])}
        and p.to_day is null
        and (s.name || coalesce(b.name, '') ||
          case when p.parent_id is distinct from p.building_id then coalesce(u.name, '') else '' end
          || p.name) ilike ${words}
      order by length(p.name), s.name, b.sort_key nulls first, u.sort_key nulls first,
        p.sort_key, p.premise_id
      limit ${MOST_FOUND}`),
  );
  return done({ found: rowsAs<FoundRow>(rows).map(withPath) });
}

function withPath({ premiseId, siteId, siteName, areaName, name, ...above }: FoundRow) {
  const { buildingId, buildingName, parentId, parentName } = above;
  const path = [
    ...(buildingId === null ? [] : [{ premiseId: buildingId, name: buildingName ?? '' }]),
    ...(parentId === null || parentId === buildingId
      ? []
      : [{ premiseId: parentId, name: parentName ?? '' }]),
    { premiseId, name },
  ];
  return { premiseId, siteId, siteName, areaName, path };
}

async function pathOf(
  database: Services['database'],
  context: Context,
  areaId: string,
): Promise<string | undefined> {
  const [rows] = await database.read(
    context.tenantId,
    compile(sql`
      select a.area_path from areas a
      where a.tenant_id = ${context.tenantId} and a.area_id = ${areaId}
        and ${reachOf('a.area_path', context)}`),
  );
  return rows?.rows[0]?.['area_path'] as string | undefined;
}
