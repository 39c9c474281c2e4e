/** Who answers for a place: its areas, its grid, and the units of the territory, the nearest first. */
import { sql } from 'kysely';
import { areasAt, gridsAt, gridsOfSite, siteStatement } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import { lngLat } from '#kernel/geometry/index.ts';
import { isId, type SiteId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Rows } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import { TERRITORIAL_KINDS } from './units.ts';

type Asked =
  | { readonly areaId: string }
  | { readonly siteId: string }
  | { readonly lng: number; readonly lat: number };

interface Responsible {
  /** Of the site that was asked for. */
  readonly site?: string;
  readonly areas: readonly { readonly name: string }[];
  /** More than one on a border; absent where an area alone was asked for. */
  readonly grids?: readonly { readonly name: string; readonly code: string }[];
  readonly units: readonly {
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly hours: string;
  }[];
}

export async function responsible(
  { database }: Services,
  context: Context,
  asked: Asked,
): Promise<Outcome<Responsible>> {
  const { tenantId } = context;
  const found = await whereIs(database, context, asked);
  if (!found.ok) return found;
  const { path, ...known } = found.value;
  const [areas, units] = await database.read(
    tenantId,
    compile(sql`
      select name from areas
      where tenant_id = ${tenantId} and to_day is null
        and ${path} >= area_path and ${path} < area_path || '~'
      order by length(area_path) desc`),
    compile(sql`
      select name, phone, address, hours from organisations
      where tenant_id = ${tenantId} and kind in (${sql.join(TERRITORIAL_KINDS)})
        and closed_on is null and ${path} >= area_path and ${path} < area_path || '~'
      order by length(area_path) desc, name limit 10`),
  );
  return done({
    areas: (areas?.rows ?? []).map((row) => ({ name: String(row['name']) })),
    ...known,
    units: (units?.rows ?? []).map((row) => ({
      name: String(row['name']),
      phone: String(row['phone'] ?? ''),
      address: String(row['address'] ?? ''),
      hours: String(row['hours'] ?? ''),
    })),
  });
}

type Where = Pick<Responsible, 'site' | 'grids'> & { readonly path: string };

const unknown = () => refused({ code: 'matter.area_unknown', field: 'area' } as const);

function whereIs(
  database: Services['database'],
  context: Context,
  asked: Asked,
): Promise<Outcome<Where>> {
  if ('areaId' in asked) return whereArea(database, context, asked.areaId);
  return 'siteId' in asked
    ? whereSite(database, context, asked.siteId)
    : wherePoint(database, context, asked);
}

async function whereArea(
  database: Services['database'],
  { tenantId }: Context,
  areaId: string,
): Promise<Outcome<Where>> {
  const [rows] = await database.read(tenantId, {
    sql: 'select area_path from areas where tenant_id = $1 and area_id::text = $2 and to_day is null',
    parameters: [tenantId, areaId],
  });
  const path = rows?.rows[0]?.['area_path'];
  return typeof path === 'string' ? done({ path }) : unknown();
}

async function whereSite(
  database: Services['database'],
  { tenantId, clock, timeZone }: Context,
  siteId: string,
): Promise<Outcome<Where>> {
  if (!isId(siteId)) return unknown();
  const day = legalDay(clock.now(), timeZone);
  const [sites, grids] = await database.read(
    tenantId,
    siteStatement(tenantId, siteId as SiteId),
    gridsOfSite(tenantId, siteId as SiteId, day),
  );
  const site = sites?.rows[0];
  if (site === undefined) return unknown();
  const [path, name] = [String(site['area_path']), String(site['name'])];
  return done({ path, site: name, grids: gridsOf(grids) });
}

async function wherePoint(
  database: Services['database'],
  { tenantId, clock, timeZone }: Context,
  point: { readonly lng: number; readonly lat: number },
): Promise<Outcome<Where>> {
  const place = lngLat(point.lng, point.lat);
  if (!place.ok) return place;
  const day = legalDay(clock.now(), timeZone);
  const [areas, grids] = await database.read(
    tenantId,
    areasAt(tenantId, place.value, day),
    gridsAt(tenantId, place.value, day),
  );
  const path = areas?.rows[0]?.['area_path'];
  return typeof path === 'string' ? done({ path, grids: gridsOf(grids) }) : unknown();
}

/** Of the smallest kind there is: a unit grid stands before the community's that it is part of. */
function gridsOf(found: Rows | undefined): NonNullable<Responsible['grids']> {
  const rows = found?.rows ?? [];
  return rows
    .filter((row) => row['kind'] === rows[0]?.['kind'])
    .map((row) => ({ name: String(row['name']), code: String(row['code'] ?? '') }));
}
