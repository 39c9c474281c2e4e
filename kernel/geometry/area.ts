/** Areas on the sphere, and boxes. */
import type { Box, LngLat, MultiPolygon, PolygonRings, Ring } from './geometry.ts';

/** Mean radius of the earth in metres. */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Signed area of a ring on the sphere in m², positive counter-clockwise
 * (Chamberlain and Duquette, JPL 07-03). Within 0.5% of the ellipsoid.
 */
export function ringArea(ring: Ring): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [fromLng, fromLat] = ring[at - 1] ?? [0, 0];
    const [toLng, toLat] = ring[at] ?? [0, 0];
    sum +=
      (toLng - fromLng) * RADIANS * (2 + Math.sin(fromLat * RADIANS) + Math.sin(toLat * RADIANS));
  }
  return (-sum * RADIUS * RADIUS) / 2;
}

/** Area in m²: outer rings less their holes. */
export function areaOf(shape: MultiPolygon): number {
  const polygon = (rings: PolygonRings): number =>
    rings.reduce((sum, ring, at) => sum + (at === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);
  return shape.coordinates.reduce((sum, rings) => sum + polygon(rings), 0);
}

/** The smallest box around all outer rings. */
export function boxOf(shape: MultiPolygon): Box {
  let [west, south, east, north] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [outer = []] of shape.coordinates) {
    for (const [lng, lat] of outer) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

/** True where the point lies inside (on the border: on one side of it, as neighbours share it). */
export function contains(shape: MultiPolygon, point: LngLat): boolean {
  return shape.coordinates.some(
    ([outer = [], ...holes]) =>
      insideRing(outer, point) && !holes.some((hole) => insideRing(hole, point)),
  );
}

/** Crossings of a ray to the east; half-open in latitude, so that a vertex counts once. */
function insideRing(ring: Ring, [lng, lat]: LngLat): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [fromLng, fromLat] = ring[at - 1] ?? [0, 0];
    const [toLng, toLat] = ring[at] ?? [0, 0];
    if (fromLat > lat === toLat > lat) continue;
    if (lng < fromLng + ((lat - fromLat) / (toLat - fromLat)) * (toLng - fromLng)) inside = !inside;
  }
  return inside;
}
