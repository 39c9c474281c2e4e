/** Good rounds, and how far from the best they can be at most: the one entry. */
import { done, type Outcome } from '#kernel/outcome.ts';
import { seeded } from '../seeded.ts';
import type { Stepwise } from '../steps.ts';
import { lowerBound } from './bound.ts';
import { checkedRounds } from './check.ts';
import { dueOn } from './days.ts';
import { byWindow, insertAll } from './insert.ts';
import type { Missed, Rounds, RoundsProblem, Tour } from './problem.ts';
import { renewed, type Standing } from './renew.ts';
import { lengthOf, lengthOfAll, type Orders, type Place, timesOf } from './schedule.ts';

/**
 * Visits are spread over the days by how often each is due, put where they make
 * rounds longer by the least, and improved. As many are made as room is found for;
 * the others are told with the reason. The same problem and seed give the same rounds.
 *
 * Refuses `planning.people` (no walker), `planning.rounds` (days, pace), `planning.walker`,
 * `planning.checkpoint` (numbers that cannot be), `input.too_large`.
 */
export function* planRounds(problem: RoundsProblem): Stepwise<Outcome<Rounds>> {
  const right = checkedRounds(problem);
  if (!right.ok) return right;
  const tours: Tour[] = [];
  const missed: Missed[] = [];
  let [bound, stopped] = [0, false];
  for (let day = 0; day < problem.days; day += 1) {
    const begun = beginDay(problem, day);
    let standing = begun;
    if (!stopped) {
      const found = yield* inWhole(renewed(problem, begun, seeded(problem.seed + day)), {
        day,
        days: problem.days,
      });
      standing = found;
      stopped = found.stopped;
    }
    tours.push(...toursOf(problem, standing.orders, day));
    for (const checkpoint of standing.left.toSorted((a, b) => a - b))
      missed.push({ checkpoint, day, why: whyMissed(problem, checkpoint) });
    bound += boundOf(problem, standing);
  }
  const metres = tours.reduce((sum, tour) => sum + tour.metres, 0);
  const least = Math.min(bound, metres);
  const gap = least > 0 ? metres / least - 1 : 0;
  return done({ tours, missed, metres, bound: least, gap, stopped });
}

/** Steps of one day told as part of all days. */
function* inWhole<Result>(
  steps: Stepwise<Result>,
  { day, days }: { readonly day: number; readonly days: number },
): Stepwise<Result> {
  let word: 'stop' | undefined;
  for (;;) {
    const next = steps.next(word);
    if (next.done === true) return next.value;
    word = yield { doing: next.value.doing, part: (day + next.value.part) / days };
  }
}

function beginDay(problem: RoundsProblem, day: number): Standing {
  const orders: (readonly number[])[] = problem.walkers.map(() => []);
  const left = insertAll(problem, orders, byWindow(problem, dueOn(problem, day)));
  return { orders, left, metres: lengthOfAll(problem, orders) };
}

function boundOf({ walkers, checkpoints }: RoundsProblem, { orders, metres }: Standing): number {
  const seen = orders.flat().map((at) => checkpoints[at] as Place);
  return lowerBound(walkers, seen, metres);
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
