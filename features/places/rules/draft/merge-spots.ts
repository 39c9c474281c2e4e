/** Rows at one spot (the flats of a tower) as one point, so that a plan stays small and a tower whole. */
import type { DroppedPoint } from './read-dropped.ts';

/** Degrees told apart: about a decimetre. */
const GRAIN = 1e6;

export function mergeSpots(points: readonly DroppedPoint[]): readonly DroppedPoint[] {
  const spots = new Map<string, { place: DroppedPoint['place']; weight: number; label: string }>();
  for (const { place, weight, label } of points) {
    const at: DroppedPoint['place'] = [
      Math.round(place[0] * GRAIN) / GRAIN,
      Math.round(place[1] * GRAIN) / GRAIN,
    ];
    const spot = spots.get(at.join());
    if (spot === undefined) spots.set(at.join(), { place: at, weight, label });
    else spot.weight += weight;
  }
  return [...spots.values()];
}
