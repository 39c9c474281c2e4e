/** Where a point lies: who is responsible where I live. Open to everybody. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { lngLat } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { publicPlaceAt } from '../contract.ts';
import { pathsAbove } from '../rules/area-path.ts';
import { areasAt, gridsAt } from './place-at.ts';

type Found = Answer<typeof publicPlaceAt>;
type FoundGrid = NonNullable<Found['grid']> & { readonly areaPath: string };

export async function placeAt(
  { database }: Pick<Services, 'database'>,
  context: Context,
  { query }: Input<typeof publicPlaceAt>,
): Promise<Outcome<Found>> {
  const place = lngLat(query.lng, query.lat);
  if (!place.ok) return refused({ ...place.refusal, field: 'lng' });
  const { tenantId } = context;
  const day = query.day ?? legalDay(context.clock.now(), context.timeZone);
  const [areas, grids] = await database.read(
    tenantId,
    areasAt(tenantId, place.value, day),
    gridsAt(tenantId, place.value, day),
  );
  const [grid] = rowsAs<FoundGrid>(grids);
  // Areas without borders are known by the grid that lies in them.
  const path = (areas?.rows[0]?.['area_path'] as string | undefined) ?? grid?.areaPath;
  if (path === undefined) return refused({ code: 'place.no_area' });
  const [above] = await database.read(
    tenantId,
    compile(sql`
      select area_id, name, name_en, code from areas
      where tenant_id = ${tenantId} and area_path = any(${[...pathsAbove(path), path]}::text[])
      order by area_path`),
  );
  return done({
    areas: rowsAs<Found['areas'][number]>(above),
    grid: grid ? { gridId: grid.gridId, name: grid.name, code: grid.code, kind: grid.kind } : null,
  });
}
