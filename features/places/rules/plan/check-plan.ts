/**
 * Whether a plan holds together, judged from what the house itself knows: the
 * planning runs in a browser, so nothing it says of itself is taken on trust.
 */
import { contains, type LngLat, type MultiPolygon } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { GridToday, PlanGrid, PlanPoint } from './plan.ts';

/**
 * Refuses `plan.grids` (none left, two of one name), `plan.overtaken` (not drawn from the grids
 * of today) and `plan.point_elsewhere` (a household does not lie in the grid that is said of it).
 */
export function checkPlan(
  grids: readonly PlanGrid[],
  points: readonly PlanPoint[],
  today: readonly GridToday[],
): Outcome<true> {
  const kept = grids.filter(({ geometry }) => geometry !== null);
  const names = new Set(kept.map(({ name }) => name.trim()));
  if (kept.length === 0 || names.size !== kept.length || names.has(''))
    return refused({ code: 'plan.grids', field: 'grids' });
  if (!isDrawnFrom(grids, today)) return refused({ code: 'plan.overtaken' });
  const before = grids.map(
    ({ gridId }) => today.find((grid) => grid.gridId === gridId)?.geometry ?? null,
  );
  const after = grids.map(({ geometry }) => geometry);
  for (const [at, { place, from, to }] of points.entries()) {
    const isRight = after[to] != null && liesIn(after, to, place) && liesIn(before, from, place);
    if (!isRight) return refused({ code: 'plan.point_elsewhere', detail: { row: at + 1 } });
  }
  return done(true);
}

/** All grids of today are named once, in the versions they have now, and no others. */
export function isDrawnFrom(grids: readonly PlanGrid[], today: readonly GridToday[]): boolean {
  const named = grids.filter(({ gridId }) => gridId !== null);
  const known = new Map(today.map(({ gridId, version }) => [gridId as string, version]));
  return (
    named.length === today.length &&
    new Set(named.map(({ gridId }) => gridId)).size === named.length &&
    named.every(({ gridId, version }) => known.get(gridId ?? '') === version)
  );
}

/** True where the point lies in its grid, or in none at all. */
function liesIn(shapes: readonly (MultiPolygon | null)[], number: number, place: LngLat): boolean {
  const own = shapes[number];
  if (own != null && contains(own, place)) return true;
  return gridOfPoint(shapes, place) === -1;
}

/** Number of the first shape that holds the point; -1 where none does. */
export function gridOfPoint(shapes: readonly (MultiPolygon | null)[], place: LngLat): number {
  return shapes.findIndex((shape) => shape !== null && contains(shape, place));
}
