/** What can be wrong with the people and places, found before anything is computed. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { AssignmentProblem } from './problem.ts';

export function checkedAssignment(problem: AssignmentProblem): Outcome<true> {
  const { people, places, least, most, first, person, cost } = problem;
  if (people === 0 || places === 0) return refused({ code: 'planning.people', field: 'people' });
  for (let one = 0; one < people; one += 1) {
    const [low, high] = [least[one] as number, most[one] as number];
    if (!(low >= 0 && high >= low))
      return refused({ code: 'planning.capacity', field: 'people', detail: { row: one + 1 } });
  }
  const whole = first.length === places + 1 && first[places] === person.length;
  const known = person.every((one) => one >= 0 && one < people);
  if (!(whole && known && cost.length === person.length))
    return refused({ code: 'planning.links', field: 'pairs' });
  const bad = cost.findIndex((one) => !(Number.isFinite(one) && one >= 0 && one < 1e9));
  return bad < 0
    ? done(true)
    : refused({ code: 'planning.cost', field: 'pairs', detail: { row: bad + 1 } });
}
