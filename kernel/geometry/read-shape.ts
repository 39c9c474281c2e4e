/**
 * Reads a shape from outside (GeoJSON, a drawing) into what the house keeps:
 * WGS84, rings closed and oriented, nothing that crosses itself.
 */
import { done, type Outcome, refused } from '../outcome.ts';
import { ringArea } from './area.ts';
import { type CoordinateSystem, toWgs84 } from './coordinate-system.ts';
import { findCrossing } from './crossing.ts';
import {
  AreaShape,
  type Box,
  type LngLat,
  type MultiPolygon,
  type Point,
  PointShape,
  type PolygonRings,
  type Ring,
} from './geometry.ts';
import { lngLat } from './point.ts';

interface ShapeOptions {
  readonly system?: CoordinateSystem;
  /** Where the shape should lie: finds longitude and latitude exchanged. */
  readonly expected?: Box;
}

/** More than any real border needs; a city's has some thousands. */
const MOST_POSITIONS = 200_000;

/** A polygon or multipolygon. Refuses `geometry.*`; for a crossing `detail` says where. */
export function readMultiPolygon(
  value: unknown,
  options: ShapeOptions = {},
): Outcome<MultiPolygon> {
  const shape = AreaShape.safeParse(value);
  if (!shape.success) return refused({ code: 'geometry.invalid' });
  const polygons =
    shape.data.type === 'Polygon' ? [shape.data.coordinates] : shape.data.coordinates;
  const total = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (polygons.length === 0 || total > MOST_POSITIONS) return refused({ code: 'geometry.invalid' });
  const read: PolygonRings[] = [];
  for (const rings of polygons) {
    const polygon = readRings(rings, options);
    if (!polygon.ok) return polygon;
    read.push(polygon.value);
  }
  const crossing = findCrossing(read.flat());
  return crossing
    ? refused({ code: 'geometry.self_crossing', detail: { lng: crossing[0], lat: crossing[1] } })
    : done({ type: 'MultiPolygon', coordinates: read });
}

/** A point. Refuses `geometry.*`. */
export function readPoint(value: unknown, options: ShapeOptions = {}): Outcome<Point> {
  const shape = PointShape.safeParse(value);
  if (!shape.success) return refused({ code: 'geometry.invalid' });
  const place = readPosition(shape.data.coordinates, options);
  return place.ok ? done({ type: 'Point', coordinates: place.value }) : place;
}

function readPosition(position: readonly number[], options: ShapeOptions): Outcome<LngLat> {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  const place = lngLat(lng, lat, options.expected);
  return place.ok ? done(toWgs84(place.value, options.system ?? 'wgs84')) : place;
}

function readRings(
  rings: readonly (readonly number[])[][],
  options: ShapeOptions,
): Outcome<PolygonRings> {
  if (rings.length === 0) return refused({ code: 'geometry.invalid' });
  const read: Ring[] = [];
  for (const [at, positions] of rings.entries()) {
    const ring = readRing(positions, options);
    if (!ring.ok) return ring;
    read.push(oriented(ring.value, at === 0));
  }
  return done(read);
}

function readRing(positions: readonly (readonly number[])[], options: ShapeOptions): Outcome<Ring> {
  const ring: LngLat[] = [];
  for (const position of positions) {
    const place = readPosition(position, options);
    if (!place.ok) return place;
    const last = ring.at(-1);
    // The same position twice in a row says nothing.
    if (!last || last[0] !== place.value[0] || last[1] !== place.value[1]) ring.push(place.value);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (!first || !last) return refused({ code: 'geometry.invalid' });
  // A ring left open has an obvious end, and many programs leave it so.
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return ring.length >= 4 ? done(ring) : refused({ code: 'geometry.invalid' });
}

function oriented(ring: Ring, outer: boolean): Ring {
  return ringArea(ring) > 0 === outer ? ring : ring.toReversed();
}
