/** Polygons of grids that tile a boundary: the one entry. */
import { type Box, boxAround } from '../partition/frame.ts';
import type { Places } from '../partition/places.ts';
import { absorbed } from './absorb.ts';
import { bufferedHull, ringsOfBoundary } from './boundary.ts';
import { clipped, isInside } from './clip.ts';
import { linesOf, meshOf, toMetres, toUnits } from './mesh.ts';
import { smoothed } from './smooth.ts';
import { type Polygon, polygonsOf } from './trace.ts';

export interface Shapes {
  /** Polygons of each grid, in the metres of the problem. */
  readonly polygons: ReadonlyMap<number, readonly Polygon[]>;
  /** What is tiled. */
  readonly boundary: readonly Polygon[];
  /** Places outside the boundary: they have a grid, but no polygon holds them. */
  readonly outside: readonly number[];
}

export interface ShapeOptions {
  /** Polygons in metres; a hull with room around the places where there are none. */
  readonly boundary?: readonly Polygon[];
  /** False leaves every step of the borders, as they come from the households. */
  readonly smooth?: boolean;
}

/** Neighbours share their corners exactly; every place within the boundary lies in its own grid's polygon. */
export function shapesOf(places: Places, label: Int32Array, options: ShapeOptions = {}): Shapes {
  const { x, y, origin } = places;
  const boundary = options.boundary?.map((rings) => shifted(rings, origin, -1)) ?? [
    bufferedHull(x, y, usualRoom(places)),
  ];
  const rings = ringsOfBoundary(boundary);
  const mesh = meshOf(x, y, label, boxOf(places, boundary));
  const lines = linesOf(mesh);
  const pieces = absorbed(lines, places, label, clipped(mesh, lines, rings));
  const kept = options.smooth === false ? pieces : smoothed(places, lines, pieces);
  const polygons = new Map<number, readonly Polygon[]>();
  for (const [grid, own] of polygonsOf(lines.x, lines.y, kept)) {
    const metres = own.map((polygon) =>
      polygon.map((ring) => ring.map(([px, py]) => [toMetres(px), toMetres(py)] as const)),
    );
    polygons.set(
      grid,
      metres.map((polygon) => shifted(polygon, origin, 1)),
    );
  }
  const outside = Array.from(x.keys()).filter(
    (at) => !isInside(rings, toUnits(x[at] as number), toUnits(y[at] as number)),
  );
  return { polygons, boundary: boundary.map((rings) => shifted(rings, origin, 1)), outside };
}

function shifted(polygon: Polygon, [ox, oy]: readonly [number, number], sign: number): Polygon {
  return polygon.map((ring) => ring.map(([x, y]) => [x + sign * ox, y + sign * oy] as const));
}

/** Half the mean distance between neighbours, at least ten metres. */
function usualRoom({ x, y, count }: Places): number {
  const width = (values: Float64Array): number =>
    values.reduce((most, one) => Math.max(most, one), 0) -
    values.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return Math.max(10, Math.sqrt((width(x) * width(y)) / count) / 2);
}

function boxOf({ x, y }: Places, boundary: readonly Polygon[]): Box {
  const corners = boundary.flat(2);
  return boxAround(
    Float64Array.from([...x, ...corners.map(([px]) => px)]),
    Float64Array.from([...y, ...corners.map(([, py]) => py)]),
  );
}
