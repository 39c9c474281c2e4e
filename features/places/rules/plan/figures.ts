/** What a plan does, counted from its households: balance, closeness, who moves. */
import type { LngLat } from '#kernel/geometry/index.ts';
import type { PlanGrid, PlanPoint } from './plan.ts';

export interface GridFigures {
  /** Households of today and with the plan. */
  readonly before: number;
  readonly after: number;
  /** Households that come from other grids (or from none), and that go to others. */
  readonly movedIn: number;
  readonly movedOut: number;
  /** Mean distance from a household to the middle of its grid with the plan, metres; null where nobody lives. */
  readonly distance: number | null;
  /** Separate pieces its border falls into; 1 is as it should be, 0 where it ends. */
  readonly pieces: number;
}

export interface PlanFigures {
  readonly households: number;
  /** Households whose grid changes, of those that had one. */
  readonly moved: number;
  readonly had: number;
  readonly fewestBefore: number | null;
  readonly mostBefore: number | null;
  readonly fewestAfter: number;
  readonly mostAfter: number;
  /** Mean distance to the middle of the own grid, metres; before: of those that had one. */
  readonly distanceBefore: number | null;
  readonly distanceAfter: number | null;
  readonly gridsBefore: number;
  readonly gridsAfter: number;
}

const EAST = 111_194.93;

interface Sums {
  load: number;
  lng: number;
  lat: number;
  far: number;
}

/** Middle and mean distance of each grid by one of the two numberings. */
function sumsBy(
  count: number,
  points: readonly PlanPoint[],
  gridOf: (point: PlanPoint) => number,
): readonly Sums[] {
  const sums = Array.from({ length: count }, (): Sums => ({ load: 0, lng: 0, lat: 0, far: 0 }));
  for (const point of points) {
    const own = sums[gridOf(point)];
    if (own === undefined) continue;
    own.load += point.weight;
    own.lng += point.weight * point.place[0];
    own.lat += point.weight * point.place[1];
  }
  for (const point of points) {
    const own = sums[gridOf(point)];
    if (own === undefined || own.load === 0) continue;
    const middle: LngLat = [own.lng / own.load, own.lat / own.load];
    own.far += point.weight * metres(point.place, middle);
  }
  return sums;
}

/** Metres between two places that lie near one another. */
function metres([lng, lat]: LngLat, [toLng, toLat]: LngLat): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  return Math.hypot((lng - toLng) * shrink, lat - toLat) * EAST;
}

export interface Counted {
  readonly grids: readonly GridFigures[];
  readonly plan: PlanFigures;
}

/** All figures of a plan, from its households alone. */
export function countPlan(grids: readonly PlanGrid[], points: readonly PlanPoint[]): Counted {
  const before = sumsBy(grids.length, points, ({ from }) => from);
  const after = sumsBy(grids.length, points, ({ to }) => to);
  const [came, went] = [grids.map(() => 0), grids.map(() => 0)];
  let [moved, had] = [0, 0];
  for (const { from, to, weight } of points) {
    if (from >= 0) had += weight;
    if (from === to) continue;
    came[to] = (came[to] ?? 0) + weight;
    if (from < 0) continue;
    moved += weight;
    went[from] = (went[from] ?? 0) + weight;
  }
  const of = grids.map(
    ({ geometry }, at): GridFigures => ({
      before: before[at]?.load ?? 0,
      after: after[at]?.load ?? 0,
      movedIn: came[at] ?? 0,
      movedOut: went[at] ?? 0,
      distance: meanOf([after[at]]),
      pieces: geometry?.coordinates.length ?? 0,
    }),
  );
  const today = of.filter((_, at) => grids[at]?.gridId !== null).map((one) => one.before);
  const planned = of.filter((_, at) => grids[at]?.geometry !== null).map((one) => one.after);
  return {
    grids: of,
    plan: {
      households: points.reduce((sum, { weight }) => sum + weight, 0),
      moved,
      had,
      fewestBefore: today.length > 0 ? Math.min(...today) : null,
      mostBefore: today.length > 0 ? Math.max(...today) : null,
      fewestAfter: Math.min(...planned),
      mostAfter: Math.max(...planned),
      distanceBefore: meanOf(before),
      distanceAfter: meanOf(after),
      gridsBefore: today.length,
      gridsAfter: planned.length,
    },
  };
}

/** Mean over households, rounded to a metre. */
function meanOf(sums: readonly (Sums | undefined)[]): number | null {
  let [load, far] = [0, 0];
  for (const one of sums) {
    load += one?.load ?? 0;
    far += one?.far ?? 0;
  }
  return load > 0 ? Math.round(far / load) : null;
}
