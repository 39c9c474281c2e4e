/** Whether an assignment is the cheapest, shown by its prices alone and not by how it was found. */
import { type Costs, costsOf, GRAIN, nextCost } from './costs.ts';
import type { Assignment, AssignmentProblem } from './problem.ts';

/**
 * Gaps in the proof; none means that no other assignment of the same places costs
 * less (weak duality). `place`: another person would be cheaper at the prices; `price`:
 * a person's price is not between what the last and the next place cost.
 */
export interface Gap {
  readonly at: 'place' | 'price';
  readonly number: number;
  readonly by: number;
}

export function gapsIn(
  problem: AssignmentProblem,
  { person, load, price }: Assignment,
): readonly Gap[] {
  const costs = costsOf(problem);
  const prices = price.map((one) => Math.round(one * GRAIN));
  const gaps: Gap[] = [];
  for (let place = 0; place < problem.places; place += 1) {
    const by = overpaid(problem, costs, prices, place, person[place] as number);
    if (by > 0) gaps.push({ at: 'place', number: place, by: by / GRAIN });
  }
  for (let one = 0; one < problem.people; one += 1) {
    const has = load[one] as number;
    const last = has > 0 ? nextCost(problem, costs, one, has - 1) : Number.NEGATIVE_INFINITY;
    const next = nextCost(problem, costs, one, has);
    const by = Math.max(last - (prices[one] as number), (prices[one] as number) - next);
    if (by > 0) gaps.push({ at: 'price', number: one, by: by / GRAIN });
  }
  return gaps;
}

/** By how much another person would be cheaper for a place at these prices. */
function overpaid(
  { first, person }: AssignmentProblem,
  { pair }: Costs,
  prices: Float64Array,
  place: number,
  own: number,
): number {
  if (own < 0) return 0;
  let [paid, best] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = first[place] as number; at < (first[place + 1] as number); at += 1) {
    const value = (pair[at] as number) + (prices[person[at] as number] as number);
    best = Math.min(best, value);
    if (person[at] === own) paid = Math.min(paid, value);
  }
  return paid - best;
}
