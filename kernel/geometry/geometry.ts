/** Shapes in WGS84 degrees, as GeoJSON writes them (RFC 7946): longitude first. */
import { z } from 'zod';

const Position = z.tuple([z.number(), z.number()]).rest(z.number());
export const PointShape = z.object({ type: z.literal('Point'), coordinates: Position });
const PolygonShape = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(Position)),
});
export const MultiPolygonShape = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(Position))),
});
export const AreaShape = z.union([PolygonShape, MultiPolygonShape]);
export const Shape = z.union([PointShape, PolygonShape, MultiPolygonShape]);

/** Longitude and latitude in degrees. */
export type LngLat = readonly [number, number];
/** Closed: the last position is the first one again. */
export type Ring = readonly LngLat[];
/** The outer ring first (counter-clockwise), then the holes (clockwise). */
export type PolygonRings = readonly Ring[];

export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly PolygonRings[];
}
export interface Point {
  readonly type: 'Point';
  readonly coordinates: LngLat;
}

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];
