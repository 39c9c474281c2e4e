/** Everything that has a price, as costs of pairs and of a person's next place. */
import type { AssignmentProblem } from './problem.ts';

/** Costs are counted in whole thousandths, so that sums are exact and ties are ties. */
export const GRAIN = 1000;

export interface Costs {
  /** Per pair, in grains; infinite where a pin forbids it. */
  readonly pair: Float64Array;
  /** Taken off a person's places up to the fewest: more than any detour. */
  readonly wanted: number;
  readonly fairness: number;
}

export function costsOf(problem: AssignmentProblem): Costs {
  const { places, people, first, person, cost, pinned, today } = problem;
  const change = Math.round((problem.change ?? 0) * GRAIN);
  const fairness = Math.round((problem.fairness ?? 0) * GRAIN);
  const pair = new Float64Array(person.length);
  let highest = 0;
  for (let place = 0; place < places; place += 1) {
    const [pin, own] = [pinned?.[place] ?? -1, today?.[place] ?? -1];
    for (let at = first[place] as number; at < (first[place + 1] as number); at += 1) {
      const extra = own >= 0 && own !== person[at] ? change : 0;
      const value = Math.round((cost[at] as number) * GRAIN) + extra;
      pair[at] = pin >= 0 && pin !== person[at] ? Number.POSITIVE_INFINITY : value;
      highest = Math.max(highest, value);
    }
  }
  // A way of handing on passes each person at most once.
  const detour = (highest + fairness * places) * 2 * (people + 1) + 1;
  return { pair, fairness, wanted: detour };
}

/** Cost of one more place for a person who has `load`; infinite beyond capacity. */
export function nextCost(
  { least, most }: AssignmentProblem,
  { wanted, fairness }: Costs,
  person: number,
  load: number,
): number {
  if (load >= (most[person] as number)) return Number.POSITIVE_INFINITY;
  return fairness * load - (load < (least[person] as number) ? wanted : 0);
}
