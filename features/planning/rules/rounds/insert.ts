/** Visits put where they make rounds longer by the least. */
import type { RoundsProblem } from './problem.ts';
import { apart, placeAt, timesOf } from './schedule.ts';

/** Changes the orders. @returns what found no room, in the order of the queue */
export function insertAll(
  problem: RoundsProblem,
  orders: (readonly number[])[],
  queue: readonly number[],
): readonly number[] {
  return queue.filter((checkpoint) => {
    const best = cheapestPlace(problem, orders, checkpoint);
    if (best === undefined) return true;
    orders[best.walker] = best.order;
    return false;
  });
}

interface Found {
  readonly walker: number;
  readonly order: readonly number[];
}

function cheapestPlace(
  problem: RoundsProblem,
  orders: readonly (readonly number[])[],
  checkpoint: number,
): Found | undefined {
  let least = Number.POSITIVE_INFINITY;
  let best: Found | undefined;
  for (const [walker, order] of orders.entries()) {
    for (let at = 0; at <= order.length; at += 1) {
      const longer = detour(problem, walker, order, at, checkpoint);
      if (longer >= least) continue;
      const tried = order.toSpliced(at, 0, checkpoint);
      if (timesOf(problem, walker, tried) === undefined) continue;
      [least, best] = [longer, { walker, order: tried }];
    }
  }
  return best;
}

/** Metres that a visit more before position `at` costs. */
function detour(
  problem: RoundsProblem,
  walker: number,
  order: readonly number[],
  at: number,
  checkpoint: number,
): number {
  const before = placeAt(problem, walker, order, at - 1);
  const after = placeAt(problem, walker, order, at);
  const point = problem.checkpoints[checkpoint];
  if (point === undefined) return Number.POSITIVE_INFINITY;
  return apart(before, point) + apart(point, after) - apart(before, after);
}

/** The narrowest windows first. */
export function byWindow(
  { checkpoints }: RoundsProblem,
  due: readonly number[],
): readonly number[] {
  const width = (at: number): number =>
    (checkpoints[at]?.until ?? 0) - (checkpoints[at]?.from ?? 0);
  return due.toSorted((a, b) => width(a) - width(b) || a - b);
}
