/** The finished assignment with what is to be said about it. */
import { type Costs, GRAIN, nextCost } from './costs.ts';
import type { Assignment, AssignmentProblem, Unserved } from './problem.ts';

interface Found {
  readonly person: Int32Array;
  readonly load: Int32Array;
  readonly price: Float64Array;
  readonly pairOf: Int32Array;
}

export function told(
  problem: AssignmentProblem,
  costs: Costs,
  { person, load, price, pairOf }: Found,
  unserved: readonly Unserved[],
  stopped: boolean,
): Assignment {
  let [cost, total, changed] = [0, 0, 0];
  for (let place = 0; place < problem.places; place += 1) {
    const pair = pairOf[place] as number;
    if (pair < 0) continue;
    cost += Math.round((problem.cost[pair] as number) * GRAIN);
    total += costs.pair[pair] as number;
    const today = problem.today?.[place] ?? -1;
    if (today >= 0 && today !== person[place]) changed += 1;
  }
  for (let one = 0; one < problem.people; one += 1)
    for (let at = 0; at < (load[one] as number); at += 1)
      total += nextCost(problem, { ...costs, wanted: 0 }, one, at);
  const below = Array.from(load.keys()).filter(
    (one) => (load[one] as number) < (problem.least[one] as number),
  );
  return {
    ...{ person, load, changed, unserved, below, stopped },
    cost: cost / GRAIN,
    total: total / GRAIN,
    price: price.map((one) => one / GRAIN),
  };
}
