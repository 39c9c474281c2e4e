/** The boundary that is tiled: given, or a hull with some room around. */

import type { Rings } from './clip.ts';
import { toOddUnits } from './mesh.ts';
import { side } from './side.ts';
import { doubleArea, type Polygon } from './trace.ts';

/** Polygons in metres to rings in units: the inside on the left, closed rings opened. */
export function ringsOfBoundary(polygons: readonly Polygon[]): Rings {
  return polygons.flatMap((rings) =>
    rings.map((ring, at) => {
      const units = ring.map(([x, y]) => [toOddUnits(x), toOddUnits(y)] as const);
      const open = units.filter((corner, place) => {
        const next = units[(place + 1) % units.length] ?? corner;
        return corner[0] !== next[0] || corner[1] !== next[1];
      });
      const turns = doubleArea([...open, open[0] ?? [0, 0]]) > 0;
      return turns === (at === 0) ? open : open.reverse();
    }),
  );
}

const DIRECTIONS = 16;

/** Convex hull of the places, wider by `room` metres on all sides. */
export function bufferedHull(x: Float64Array, y: Float64Array, room: number): Polygon {
  const corners: (readonly [number, number])[] = [];
  for (const [px, py] of hullOf(Array.from(x, (px, at) => [px, y[at] as number] as const))) {
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const angle = (2 * Math.PI * turn) / DIRECTIONS;
      corners.push([px + room * Math.cos(angle), py + room * Math.sin(angle)]);
    }
  }
  const hull = hullOf(corners);
  return [[...hull, hull[0] ?? [0, 0]]];
}

type Corner = readonly [number, number];

/** Andrew's chain, counter-clockwise. */
function hullOf(points: readonly Corner[]): readonly Corner[] {
  const millimetres = points.map(([x, y]) => [Math.round(x * 1000), Math.round(y * 1000)] as const);
  const sorted = millimetres.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (order: readonly Corner[]): Corner[] => {
    const chain: Corner[] = [];
    for (const point of order) {
      while (chain.length >= 2) {
        const [a, b] = chain.slice(-2) as [Corner, Corner];
        if (side(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.toReversed())];
  const all = hull.length === 0 ? sorted.slice(0, 1) : hull;
  return all.map(([x, y]) => [x / 1000, y / 1000] as const);
}
