/** Good rounds, and how far from the best they can be at most. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Stepwise } from '../steps.ts';
import { lowerBound } from './bound.ts';
import { improve } from './improve.ts';
import type { Missed, Rounds, RoundsProblem, Tour } from './problem.ts';
import { lengthOf, timesOf } from './schedule.ts';

/** Orders of visits, one for each walker. */
export type Orders = number[][];

/**
 * Visits are spread over the days by how often each is due, put where they make
 * rounds longer by the least, and improved while anything helps.
 * Refuses `planning.people` (no walker), `planning.rounds` (numbers that cannot be).
 */
export function* planRounds(problem: RoundsProblem): Stepwise<Outcome<Rounds>> {
  if (problem.walkers.length === 0) return refused({ code: 'planning.people', field: 'walkers' });
  const bad = problem.checkpoints.findIndex((one) => !isSound(one, problem.days));
  if (bad >= 0 || !(problem.pace > 0 && problem.days >= 1))
    return refused({ code: 'planning.rounds', field: 'checkpoints', detail: { row: bad + 1 } });
  const tours: Tour[] = [];
  const missed: Missed[] = [];
  let bound = 0;
  for (let day = 0; day < problem.days; day += 1) {
    const due = dueOn(problem, day);
    const orders: Orders = problem.walkers.map(() => []);
    const left = insertAll(problem, orders, due);
    improve(problem, orders);
    const late = insertAll(problem, orders, left);
    missed.push(
      ...late.map((checkpoint) => ({ checkpoint, day, why: whyMissed(problem, checkpoint) })),
    );
    bound += lowerBound(
      problem.walkers,
      orders.flat().map((at) => problem.checkpoints[at] ?? { x: 0, y: 0 }),
    );
    tours.push(...toursOf(problem, orders, day));
    if ((yield { doing: 'rounds', part: (day + 1) / problem.days }) === 'stop') break;
  }
  const metres = tours.reduce((sum, tour) => sum + tour.metres, 0);
  const gap = bound > 0 ? Math.max(0, metres / bound - 1) : 0;
  return done({ tours, missed, metres, bound: Math.min(bound, metres), gap });
}

function isSound(one: RoundsProblem['checkpoints'][number], days: number): boolean {
  const { x, y, stay, from, until, times } = one;
  return (
    [x, y, stay, from, until].every(Number.isFinite) &&
    stay >= 0 &&
    from <= until &&
    Number.isSafeInteger(times) &&
    times >= 0 &&
    times <= days
  );
}

/** Days of a checkpoint lie as far from each other as they can; neighbours in the list begin on different days. */
function dueOn({ checkpoints, days }: RoundsProblem, day: number): readonly number[] {
  return Array.from(checkpoints.keys()).filter((at) => {
    const times = checkpoints[at]?.times ?? 0;
    const turn = (day + at) % days;
    return Math.floor(((turn + 1) * times) / days) > Math.floor((turn * times) / days);
  });
}

/** The narrowest windows first; @returns what found no room */
function insertAll(
  problem: RoundsProblem,
  orders: Orders,
  due: readonly number[],
): readonly number[] {
  const { checkpoints } = problem;
  const width = (at: number): number =>
    (checkpoints[at]?.until ?? 0) - (checkpoints[at]?.from ?? 0);
  const queue = due.toSorted((a, b) => width(a) - width(b) || a - b);
  return queue.filter((checkpoint) => {
    const best = cheapestPlace(problem, orders, checkpoint);
    if (best === undefined) return true;
    orders[best.walker] = best.order;
    return false;
  });
}

function cheapestPlace(problem: RoundsProblem, orders: Orders, checkpoint: number) {
  let best: { walker: number; order: number[]; longer: number } | undefined;
  for (const [walker, order] of orders.entries()) {
    const before = lengthOf(problem, walker, order);
    for (let at = 0; at <= order.length; at += 1) {
      const tried = order.toSpliced(at, 0, checkpoint);
      const longer = lengthOf(problem, walker, tried) - before;
      const isBetter = best === undefined || longer < best.longer;
      if (isBetter && timesOf(problem, walker, tried)) best = { walker, order: tried, longer };
    }
  }
  return best;
}

function whyMissed(problem: RoundsProblem, checkpoint: number): Missed['why'] {
  const alone = problem.walkers.some((_, walker) => timesOf(problem, walker, [checkpoint]));
  return alone ? 'full' : 'never';
}

function toursOf(problem: RoundsProblem, orders: Orders, day: number): readonly Tour[] {
  return orders.flatMap((order, walker) => {
    const visits = timesOf(problem, walker, order) ?? [];
    return visits.length === 0
      ? []
      : [{ day, walker, visits, metres: lengthOf(problem, walker, order) }];
  });
}
