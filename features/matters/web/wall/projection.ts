/** From degrees to a flat picture: good for a city, whose ground is flat enough. Pure. */

export type Point = readonly [x: number, y: number];

export interface Projection {
  /** Width by height. */
  readonly ratio: number;
  /** Parts of the width and of the height, from the upper left. */
  place(degrees: readonly [lng: number, lat: number]): Point;
}

const ROUND = Math.PI / 180;

/** @param points WGS84 degrees; at least one */
export function projectionOf(points: readonly (readonly [number, number])[]): Projection {
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const narrow = Math.cos(((south + north) / 2) * ROUND);
  const width = Math.max((east - west) * narrow, 1e-9);
  const height = Math.max(north - south, 1e-9);
  return {
    ratio: width / height,
    place: ([lng, lat]) => [((lng - west) * narrow) / width, (north - lat) / height],
  };
}
