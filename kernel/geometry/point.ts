/** Reading points: on earth, longitude first, no place that is none. */
import { done, type Outcome, refused } from '../outcome.ts';
import type { Box, LngLat } from './geometry.ts';

/** Roughly the land and waters of China; being outside is a hint and no refusal. */
export const CHINA: Box = [73, 3, 136, 54];

/**
 * Takes longitude and latitude in degrees.
 * Refuses `geometry.invalid` (no finite numbers), `geometry.off_earth`, and
 * `geometry.swapped` where the two make sense only the other way round: off the
 * earth as they stand, or outside `expected` but inside it when exchanged.
 * @param expected box in which the point should lie; outside it is no refusal by itself
 */
export function lngLat(lng: number, lat: number, expected?: Box): Outcome<LngLat> {
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return refused({ code: 'geometry.invalid' });
  const swapped =
    expected !== undefined && !inBox([lng, lat], expected) && inBox([lat, lng], expected);
  if (swapped) return refused({ code: 'geometry.swapped' });
  if (onEarth(lng, lat)) return done([lng, lat]);
  return refused({ code: onEarth(lat, lng) ? 'geometry.swapped' : 'geometry.off_earth' });
}

/** 0, 0 in a record means that nobody knows the place (it lies in the Gulf of Guinea). */
export function isNoPlace([lng, lat]: LngLat): boolean {
  return lng === 0 && lat === 0;
}

function inBox([lng, lat]: LngLat, [west, south, east, north]: Box): boolean {
  return west <= lng && lng <= east && south <= lat && lat <= north;
}

function onEarth(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}
