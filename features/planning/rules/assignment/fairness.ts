/** How much longer ways buy how much evener loads: a curve to choose from, not a hidden weight. */
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Stepwise } from '../steps.ts';
import { assign } from './assign.ts';
import type { AssignmentProblem } from './problem.ts';

export interface Tradeoff {
  readonly fairness: number;
  readonly cost: number;
  readonly fewest: number;
  readonly highest: number;
}

/** One point of the curve for each price of unevenness, each the optimum for its price. */
export function* fairnessCurve(
  problem: AssignmentProblem,
  prices: readonly number[],
): Stepwise<Outcome<readonly Tradeoff[]>> {
  const curve: Tradeoff[] = [];
  for (const fairness of prices) {
    const found = yield* assign({ ...problem, fairness });
    if (!found.ok) return found;
    const { cost, load } = found.value;
    curve.push({ fairness, cost, fewest: Math.min(...load), highest: Math.max(...load) });
  }
  return done(curve);
}
