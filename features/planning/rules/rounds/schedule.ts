/** How long an order of visits is, and whether and when a walker can make it. */
import type { RoundsProblem, Visit } from './problem.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Orders of visits, one for each walker. */
export type Orders = readonly (readonly number[])[];

/** Minutes by which sums of ways may differ through rounding alone. */
const ROUNDING = 1e-7;

export const apart = (a: Place, b: Place): number =>
  Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));

/** The place at a position of an order; before the first and after the last is home. */
export function placeAt(
  { walkers, checkpoints }: RoundsProblem,
  walker: number,
  order: readonly number[],
  at: number,
): Place {
  return (checkpoints[order[at] ?? -1] ?? walkers[walker]) as Place;
}

/** Metres of the round, home included. */
export function lengthOf(problem: RoundsProblem, walker: number, order: readonly number[]): number {
  let metres = 0;
  for (let at = 0; at <= order.length; at += 1)
    metres += apart(placeAt(problem, walker, order, at - 1), placeAt(problem, walker, order, at));
  return metres;
}

export function lengthOfAll(problem: RoundsProblem, orders: Orders): number {
  return orders.reduce((sum, order, walker) => sum + lengthOf(problem, walker, order), 0);
}

/** Times of the visits; undefined where one would be too late or home is reached too late. */
export function timesOf(
  problem: RoundsProblem,
  walker: number,
  order: readonly number[],
): readonly Visit[] | undefined {
  const { walkers, checkpoints, pace } = problem;
  const home = walkers[walker];
  if (home === undefined) return undefined;
  const visits: Visit[] = [];
  let [clock, here]: [number, Place] = [home.from, home];
  for (const next of order) {
    const point = checkpoints[next];
    if (point === undefined) return undefined;
    const at = Math.max(clock + apart(here, point) / pace, point.from);
    if (at > point.until + ROUNDING) return undefined;
    visits.push({ checkpoint: next, at: Math.min(at, point.until) });
    clock = at + point.stay;
    here = point;
  }
  return clock + apart(here, home) / pace <= home.until + ROUNDING ? visits : undefined;
}
