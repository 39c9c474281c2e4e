/** Who answers for a place: its areas, its grid, and the units of the territory, the nearest first. */
import { sql } from 'kysely';
import { areasAt, gridsAt } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import { lngLat } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import { TERRITORIAL_KINDS } from './units.ts';

type Asked = { readonly areaId: string } | { readonly lng: number; readonly lat: number };

interface Responsible {
  readonly areas: readonly { readonly name: string }[];
  readonly grid: { readonly name: string; readonly code: string } | null;
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
  const { path, grid } = found.value;
  const [areas, units] = await database.read(
    tenantId,
    compile(sql`
      select name from areas
      where tenant_id = ${tenantId} and ${path} >= area_path and ${path} < area_path || '~'
      order by length(area_path) desc`),
    compile(sql`
      select name from organisations
      where tenant_id = ${tenantId} and kind in (${sql.join(TERRITORIAL_KINDS)})
        and closed_on is null and ${path} >= area_path and ${path} < area_path || '~'
      order by length(area_path) desc, name limit 10`),
  );
  return done({
    areas: (areas?.rows ?? []).map((row) => ({ name: String(row['name']) })),
    grid,
    units: (units?.rows ?? []).map((row) => ({
      name: String(row['name']),
      phone: '',
      address: '',
      hours: '',
    })),
  });
}

async function whereIs(
  database: Services['database'],
  { tenantId, clock, timeZone }: Context,
  asked: Asked,
): Promise<Outcome<{ path: string; grid: Responsible['grid'] }>> {
  const unknown = refused({ code: 'matter.area_unknown', field: 'area' } as const);
  if ('areaId' in asked) {
    const [rows] = await database.read(tenantId, {
      sql: 'select area_path from areas where tenant_id = $1 and area_id::text = $2',
      parameters: [tenantId, asked.areaId],
    });
    const path = rows?.rows[0]?.['area_path'];
    return typeof path === 'string' ? done({ path, grid: null }) : unknown;
  }
  const place = lngLat(asked.lng, asked.lat);
  if (!place.ok) return place;
  const day = legalDay(clock.now(), timeZone);
  const [areas, grids] = await database.read(
    tenantId,
    areasAt(tenantId, place.value, day),
    gridsAt(tenantId, place.value, day),
  );
  const path = areas?.rows[0]?.['area_path'];
  if (typeof path !== 'string') return unknown;
  const grid = grids?.rows[0];
  return done({
    path,
    grid: grid ? { name: String(grid['name']), code: String(grid['code'] ?? '') } : null,
  });
}
