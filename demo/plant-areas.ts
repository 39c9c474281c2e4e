/** The demonstration's areas: published names and codes, invented borders. */
import { divisionsImporter } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { Services } from '#platform/services.ts';
import type { AreaOf } from './founding.ts';
import { closed, cutInto, type Position, type Ring, random } from './invented-borders.ts';
import places from './zhongyuan.json' with { type: 'json' };

export const DIVISION_CODE = '410102';
const SEED = 410_102;

/** Invented: an octagon about where the district lies, WGS84. */
const OUTLINE: Ring = [
  [113.512, 34.716],
  [113.548, 34.693],
  [113.601, 34.697],
  [113.634, 34.722],
  [113.638, 34.764],
  [113.607, 34.793],
  [113.553, 34.799],
  [113.516, 34.771],
];

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly ring: Ring;
}

export interface Town extends Place {
  readonly communities: readonly Place[];
}

/** Towns and communities with their pieces of the outline; the same every time. */
export function drawTowns(): readonly Town[] {
  const next = random(SEED);
  const rings = cutInto(
    OUTLINE,
    places.towns.map((town) => Math.sqrt(town.communities.length + 1)),
    next,
  );
  return places.towns.map((town, at) => {
    const ring = rings[at] ?? OUTLINE;
    const pieces = cutInto(
      ring,
      town.communities.map(() => 0.6 + next()),
      next,
    );
    const communities = town.communities.map(([code = '', name = ''], index) => ({
      code: `${town.code}${code}`,
      name,
      ring: pieces[index] ?? ring,
    }));
    return { code: town.code, name: town.name, ring, communities };
  });
}

/** Plants district, towns and communities; answers them by their codes. */
export async function plantAreas(
  services: Services,
  context: Context,
  towns: readonly Town[],
  from: string,
): Promise<ReadonlyMap<string, AreaOf>> {
  const district = { code: DIVISION_CODE, name: '中原区', ring: OUTLINE, parentCode: null };
  const rows = [
    district,
    ...towns.map((town) => ({ ...town, parentCode: DIVISION_CODE })),
    ...towns.flatMap((town) => town.communities.map((one) => ({ ...one, parentCode: town.code }))),
  ];
  const outcomes = await divisionsImporter.write(
    services,
    context,
    rows.map(({ code, name, ring, parentCode }, at) => ({
      number: at + 1,
      digest: code,
      values: {
        code,
        name,
        nameEn: null,
        parentCode,
        parentName: null,
        from,
        shape: { type: 'MultiPolygon', coordinates: [[closed(ring) as Position[]]] },
      },
    })),
    { dryRun: false, accepted: new Set() },
  );
  const bad = outcomes.find((one) => one !== 'created');
  if (bad !== undefined) throw new Error(`refused: ${JSON.stringify(bad)}`);
  return areasByCode(services, context);
}

async function areasByCode(
  { database }: Services,
  { tenantId }: Context,
): Promise<ReadonlyMap<string, AreaOf>> {
  const [found] = await database.read(tenantId, {
    sql: 'select code, area_id, area_path from areas where tenant_id = $1',
    parameters: [tenantId],
  });
  return new Map(
    (found?.rows ?? []).map((row) => [
      String(row['code']),
      { areaId: row['area_id'] as AreaOf['areaId'], areaPath: String(row['area_path']) },
    ]),
  );
}
