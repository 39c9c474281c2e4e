/** What Chinese maps and devices give: shifted coordinates are brought back on the way in. */
import gcoord from 'gcoord';
import type { LngLat } from './geometry.ts';

/** The package's types put a second `default` where Node and bundlers have none. */
const library = gcoord as unknown as typeof gcoord.default;

export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
/** CGCS2000 is `wgs84` here: they differ by centimetres. */
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

/** The same place in WGS84; outside China GCJ-02 shifts nothing. */
export function toWgs84([lng, lat]: LngLat, system: CoordinateSystem): LngLat {
  if (system === 'wgs84') return [lng, lat];
  const from = system === 'gcj02' ? library.GCJ02 : library.BD09;
  const [x, y] = library.transform<[number, number]>([lng, lat], from, library.WGS84);
  return [x, y];
}
