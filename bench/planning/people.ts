/** Assignments: ours against HiGHS on the same instance. */
import highsLoader from 'highs';
import { assign } from '#features/planning/rules/assignment/assign.ts';
import type { AssignmentProblem } from '#features/planning/rules/assignment/problem.ts';
import { gapsIn } from '#features/planning/rules/assignment/proof.ts';
import { seeded } from '#features/planning/rules/seeded.ts';
import { run } from '#features/planning/rules/steps.ts';

export interface PeopleResult {
  readonly people: number;
  readonly places: number;
  readonly pairs: number;
  readonly seconds: number;
  readonly cost: number;
  readonly gaps: number;
  readonly unserved: number;
  /** Null where HiGHS did not come to an end. */
  readonly highs: {
    readonly seconds: number;
    readonly cost: number;
    readonly status: string;
  } | null;
}

/** People and places strewn over a square; each place may have its nearest people. */
export function instance(people: number, places: number, nearest: number): AssignmentProblem {
  const random = seeded(people + places);
  const spots = (count: number) =>
    Array.from({ length: count }, () => [random() * 10_000, random() * 10_000] as const);
  const [who, where] = [spots(people), spots(places)];
  const first = new Int32Array(places + 1);
  const person: number[] = [];
  const cost: number[] = [];
  for (const [place, [x, y]] of where.entries()) {
    const ways = who
      .map(([a, b], one) => ({ one, far: Math.round(Math.hypot(x - a, y - b)) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, nearest);
    for (const { one, far } of ways) {
      person.push(one);
      cost.push(far);
    }
    first[place + 1] = person.length;
  }
  const each = places / people;
  return {
    ...{ people, places, first, person: Int32Array.from(person), cost: Float64Array.from(cost) },
    least: new Int32Array(people).fill(Math.max(0, Math.floor(each) - 3)),
    most: new Int32Array(people).fill(Math.ceil(each) + 3),
  };
}

export async function measurePeople(problem: AssignmentProblem): Promise<PeopleResult> {
  const began = performance.now();
  const outcome = run(assign(problem));
  const seconds = (performance.now() - began) / 1000;
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { cost, unserved } = outcome.value;
  return {
    ...{ people: problem.people, places: problem.places, pairs: problem.person.length },
    ...{ seconds, cost, unserved: unserved.length, gaps: gapsIn(problem, outcome.value).length },
    highs: await byHighs(problem),
  };
}

async function byHighs(problem: AssignmentProblem): Promise<PeopleResult['highs']> {
  const highs = await highsLoader();
  const text = linearProgram(problem);
  const began = performance.now();
  try {
    const solved = highs.solve(text, { time_limit: 200, output_flag: false });
    return {
      seconds: (performance.now() - began) / 1000,
      cost: solved.ObjectiveValue,
      status: solved.Status,
    };
  } catch {
    return null;
  }
}

/** In CPLEX's format; the matrix is totally unimodular, so the linear program's corners are whole. */
function linearProgram({
  people,
  places,
  first,
  person,
  cost,
  least,
  most,
}: AssignmentProblem): string {
  const own = Array.from({ length: people }, (): string[] => []);
  const lines = ['Minimize', ' obj:'];
  for (let at = 0; at < person.length; at += 1) {
    lines.push(` + ${cost[at]} x${at}`);
    own[Number(person[at])]?.push(`x${at}`);
  }
  lines.push('Subject To');
  for (let place = 0; place < places; place += 1) {
    const pairs = Array.from(
      { length: Number(first[place + 1]) - Number(first[place]) },
      (_, at) => `x${Number(first[place]) + at}`,
    );
    lines.push(` p${place}: ${pairs.join(' + ')} = 1`);
  }
  for (const [one, pairs] of own.entries()) {
    if (pairs.length === 0) continue;
    lines.push(
      ` m${one}: ${pairs.join('\n + ')} <= ${most[one]}`,
      ` l${one}: ${pairs.join('\n + ')} >= ${least[one]}`,
    );
  }
  lines.push('Bounds', ...Array.from(person, (_, at) => ` 0 <= x${at} <= 1`), 'End');
  return lines.join('\n');
}
