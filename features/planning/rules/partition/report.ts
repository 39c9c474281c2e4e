/** What each grid is like, from the points alone. */
import type { PartitionProblem } from './problem.ts';

export interface GridFacts {
  readonly grid: number;
  readonly points: number;
  readonly load: number;
  /** Mean distance from a household to the grid's centre, metres. */
  readonly distance: number;
}

export function gridFacts(
  { x, y, weight }: PartitionProblem,
  grid: Int32Array,
): readonly GridFacts[] {
  const sums = new Map<
    number,
    { points: number; load: number; x: number; y: number; far: number }
  >();
  for (const [at, one] of grid.entries()) {
    const own = sums.get(one) ?? { points: 0, load: 0, x: 0, y: 0, far: 0 };
    const w = weight[at] as number;
    own.points += 1;
    own.load += w;
    own.x += w * (x[at] as number);
    own.y += w * (y[at] as number);
    sums.set(one, own);
  }
  for (const [at, one] of grid.entries()) {
    const own = sums.get(one);
    const w = weight[at] as number;
    if (own === undefined || w === 0) continue;
    own.far +=
      w * Math.hypot((x[at] as number) - own.x / own.load, (y[at] as number) - own.y / own.load);
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([number, { points, load, far }]) => ({
      grid: number,
      points,
      load,
      distance: load > 0 ? far / load : 0,
    }));
}
