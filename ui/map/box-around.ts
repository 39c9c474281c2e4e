/** Where a map begins: the box around what it shows. */
import type { LngLat } from '#kernel/geometry/index.ts';

/** West, south, east, north; undefined where there is nothing. */
export function boxAround(points: readonly LngLat[]): [number, number, number, number] | undefined {
  if (points.length === 0) return undefined;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lng, lat] of points) {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
