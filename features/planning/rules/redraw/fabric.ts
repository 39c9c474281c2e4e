/**
 * The borders of all grids of an area as one fabric: every corner stands once, every
 * piece of a border has a grid on either side. Whatever is done to it keeps the sum
 * of the grids: what one loses, its neighbour gains. Coordinates are whole numbers.
 */
import type { LngLat, MultiPolygon } from '#kernel/geometry/index.ts';
import { polygonsOf } from '../shapes/trace.ts';
import type { Spot } from './touch.ts';

/** Units in a degree: a ten-millionth of a metre each, and 180 degrees are exact in a double. */
const UNITS_IN_DEGREE = 1e12;

/** What lies on the other side of a border that no grid is behind. */
export const OUTSIDE = -1;

export interface Piece {
  /** Numbers of corners. */
  readonly from: number;
  readonly to: number;
  /** Numbers of grids, or `OUTSIDE`. */
  readonly left: number;
  readonly right: number;
}

export interface Fabric {
  /** Corners in units; one that nothing leads to is no longer there. */
  readonly corners: readonly Spot[];
  readonly pieces: readonly Piece[];
  /** Part of each grid: a community, whose border grids do not change. */
  readonly parts: readonly string[];
}

export function toSpot([lng, lat]: LngLat): Spot {
  return [Math.round(lng * UNITS_IN_DEGREE), Math.round(lat * UNITS_IN_DEGREE)];
}

export function toDegrees([x, y]: Spot): LngLat {
  return [x / UNITS_IN_DEGREE, y / UNITS_IN_DEGREE];
}

export function unitsOf(degrees: number): number {
  return degrees * UNITS_IN_DEGREE;
}

export function spotOf({ corners }: Fabric, corner: number): Spot {
  return corners[corner] as Spot;
}

/** Borders of the area, and between its parts: given from elsewhere, not changed by hand. */
export function isFixed({ parts }: Fabric, { left, right }: Piece): boolean {
  return left === OUTSIDE || right === OUTSIDE || parts[left] !== parts[right];
}

/** The end of a piece that is not this corner; undefined where it does not touch it. */
export function otherEnd({ from, to }: Piece, corner: number): number | undefined {
  if (from === corner) return to;
  return to === corner ? from : undefined;
}

export function piecesAt({ pieces }: Fabric, corner: number): readonly Piece[] {
  return pieces.filter(({ from, to }) => from === corner || to === corner);
}

export function touchesGrid({ left, right }: Piece, grid: number): boolean {
  return left === grid || right === grid;
}

/** Corners that some border leads to. */
export function cornersInUse({ pieces }: Fabric): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { from, to } of pieces) used.add(from).add(to);
  return used;
}

/** True where two grids have a border in common. */
export function areNeighbours({ pieces }: Fabric, one: number, other: number): boolean {
  return pieces.some((piece) => touchesGrid(piece, one) && touchesGrid(piece, other));
}

/** Grids that share a border with one, in their order. */
export function neighboursOf({ pieces }: Fabric, grid: number): readonly number[] {
  const found = new Set<number>();
  for (const { left, right } of pieces) {
    if (left === grid && right !== OUTSIDE) found.add(right);
    if (right === grid && left !== OUTSIDE) found.add(left);
  }
  return [...found].sort((a, b) => a - b);
}

/** Borders of each grid in degrees; null for one that is no longer there. */
export function shapesOfFabric(fabric: Fabric): readonly (MultiPolygon | null)[] {
  const polygons = ringsOfFabric(fabric, (grid) => grid);
  return fabric.parts.map((_, grid) => {
    const own = polygons.get(grid);
    return own === undefined
      ? null
      : {
          type: 'MultiPolygon' as const,
          coordinates: own.map((rings) => rings.map((ring) => ring.map(toDegrees))),
        };
  });
}

/**
 * Polygons in units, grids taken together under a number.
 * @param under the number a grid counts under; undefined for one that is left out
 */
export function ringsOfFabric(
  { corners, pieces }: Fabric,
  under: (grid: number) => number | undefined,
) {
  const directed = { from: [] as number[], to: [] as number[], left: [] as number[] };
  for (const { from, to, left, right } of pieces) {
    const [ours, theirs] = [left, right].map((grid) =>
      grid === OUTSIDE ? undefined : under(grid),
    );
    if (ours === theirs) continue;
    const ways = [
      [from, to, ours],
      [to, from, theirs],
    ] as const;
    for (const [start, end, label] of ways) {
      if (label === undefined) continue;
      directed.from.push(start);
      directed.to.push(end);
      directed.left.push(label);
    }
  }
  return polygonsOf(
    corners.map(([x]) => x),
    corners.map(([, y]) => y),
    directed,
  );
}
