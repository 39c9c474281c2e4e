/** Small fabrics of grids, laid out in thousandths of a degree, and what is asked of them. */
import {
  cornersInUse,
  type Fabric,
  shapesOfFabric,
  spotOf,
  toSpot,
  unitsOf,
} from '#features/planning/rules/redraw/fabric.ts';
import type { Spot } from '#features/planning/rules/redraw/touch.ts';
import type { Stored } from '#features/planning/rules/redraw/weave.ts';
import type { LngLat, MultiPolygon } from '#kernel/geometry/index.ts';
import type { Outcome } from '#kernel/outcome.ts';

/** The corner of the area, degrees. */
export const EAST = 113.5;
export const NORTH = 34.7;
/** About a metre, in the units of a fabric. */
export const METRE = unitsOf(1e-5);

/** A rectangle of so many thousandths of a degree from the corner of the area. */
export function rectangle(
  west: number,
  south: number,
  width: number,
  height: number,
): MultiPolygon {
  const at = (x: number, y: number): LngLat => [
    Number((EAST + x / 1000).toFixed(6)),
    Number((NORTH + y / 1000).toFixed(6)),
  ];
  const ring = [
    at(west, south),
    at(west + width, south),
    at(west + width, south + height),
    at(west, south + height),
    at(west, south),
  ];
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

/** Whole thousandths of a degree from the corner of the area. */
export const spot = (x: number, y: number): Spot => toSpot([EAST + x / 1000, NORTH + y / 1000]);

/** What was done; throws where it was refused. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** The code it was refused with, or `done`. */
export const codeOf = (outcome: Outcome<unknown>): string =>
  outcome.ok ? 'done' : outcome.refusal.code;

/** Grids of one community. */
export const stored = (...shapes: readonly MultiPolygon[]): readonly Stored[] =>
  shapes.map((shape) => ({ shape, part: 'lane' }));

/** Two above one, so that the border below has a corner of theirs: a T. */
export const TEE = stored(
  rectangle(0, 10, 10, 10),
  rectangle(10, 10, 10, 10),
  rectangle(0, 0, 20, 10),
);

/** By trapezoids, in square degrees: by another way than the rules'. */
function areaOf(shape: MultiPolygon | null): number {
  let sum = 0;
  for (const ring of shape?.coordinates.flat() ?? []) {
    for (let at = 1; at < ring.length; at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at - 1] as LngLat, ring[at] as LngLat];
      sum += ((bx - EAST + ax - EAST) * (by - ay)) / 2;
    }
  }
  return sum;
}

/** The area of each grid, in square degrees. */
export const areasOf = (fabric: Fabric): readonly number[] => shapesOfFabric(fabric).map(areaOf);

export const total = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0);

/** The corner of a fabric at a spot. */
export function cornerAt(fabric: Fabric, [x, y]: Spot): number {
  const found = [...cornersInUse(fabric)].find((corner) => {
    const [cx, cy] = spotOf(fabric, corner);
    return Math.hypot(cx - x, cy - y) < METRE;
  });
  if (found === undefined) throw new Error('no corner there');
  return found;
}
