/** A community with courtyards and two grids of which one has nearly everybody, as files bring them in. */

import { gridsImporter, sitesImporter } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { WriteOptions } from '#platform/import/importer.ts';
import type { Services } from '#platform/services.ts';

const OPTIONS: WriteOptions = { dryRun: false, accepted: new Set() };

/** A rectangle of degrees. */
export function rectangle(lng: number, lat: number, width: number, height: number): MultiPolygon {
  const at = (x: number, y: number) =>
    [Number((lng + x).toFixed(6)), Number((lat + y).toFixed(6))] as const;
  const ring = [at(0, 0), at(width, 0), at(width, height), at(0, height), at(0, 0)];
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

/** Of the community `T-lane` of the small district. */
export const LANE = { lng: 113.5, lat: 34.8, side: 0.05 } as const;
/** Where today's border between the two grids runs: from here on east there is hardly anybody. */
const BORDER = 0.04;

/** 100 courtyards of 20 households on a board, ten by ten. */
export const COURTYARDS = Array.from({ length: 100 }, (_, at) => ({
  key: `court-${at + 1}`,
  name: `杨柳巷${at + 1}号院`,
  households: 20,
  lng: Number((LANE.lng + 0.0025 + (at % 10) * 0.005).toFixed(6)),
  lat: Number((LANE.lat + 0.0025 + Math.floor(at / 10) * 0.005).toFixed(6)),
}));

/** 80 of the courtyards lie in the western grid, 20 in the eastern. */
export async function layGrids(services: Services, context: Context): Promise<void> {
  const grids = [
    { key: 'west', name: '第一网格', shape: rectangle(LANE.lng, LANE.lat, BORDER, LANE.side) },
    {
      key: 'east',
      name: '第二网格',
      shape: rectangle(LANE.lng + BORDER, LANE.lat, LANE.side - BORDER, LANE.side),
    },
  ];
  await gridsImporter.write(
    services,
    context,
    grids.map((values, at) => ({
      number: at + 1,
      digest: values.key,
      values: { ...values, code: null, kind: null, areaCode: 'T-lane', from: '2026-01-01' },
    })),
    OPTIONS,
  );
  await sitesImporter.write(
    services,
    context,
    COURTYARDS.map(({ key, name, households, lng, lat }, at) => ({
      number: at + 1,
      digest: key,
      values: {
        key,
        name,
        households,
        kind: 'courtyard',
        code: null,
        areaCode: 'T-lane',
        propertyCompany: null,
        from: '2026-01-01',
        place: { lng, lat, exactness: 'exact' as const },
        shape: null,
      },
    })),
    OPTIONS,
  );
}
