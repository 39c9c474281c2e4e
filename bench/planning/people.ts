/** Assignments: ours against HiGHS on the same instance. */
import highsModule from 'highs';
import { assign } from '#features/planning/rules/assignment/assign.ts';
import type { AssignmentProblem } from '#features/planning/rules/assignment/problem.ts';
import { gapsIn } from '#features/planning/rules/assignment/proof.ts';
import { seeded } from '#features/planning/rules/seeded.ts';
import { run } from '#features/planning/rules/steps.ts';
import { type Times, timed } from './timed.ts';

/** Its types describe the file for `require`; what Node imports is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

export interface Theirs {
  /** Reading the model included. */
  readonly times: Times;
  /** Null where it found none. */
  readonly cost: number | null;
  /** `Optimal`, or why it ended before. */
  readonly status: string;
}

export interface PeopleResult {
  readonly people: number;
  readonly places: number;
  readonly pairs: number;
  readonly times: Times;
  readonly cost: number;
  /** Places at which the prices do not prove the cost: none, if it is the least. */
  readonly gaps: number;
  readonly unserved: number;
  readonly below: number;
  readonly highs: Theirs;
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

/** @param limit seconds that HiGHS is given */
export async function measurePeople(
  problem: AssignmentProblem,
  limit: number,
): Promise<PeopleResult> {
  const { value: outcome, times } = timed(() => run(assign(problem)));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { cost, unserved, below } = outcome.value;
  return {
    ...{ people: problem.people, places: problem.places, pairs: problem.person.length },
    ...{ times, cost, unserved: unserved.length, below: below.length },
    gaps: gapsIn(problem, outcome.value).length,
    highs: await byHighs(problem, limit),
  };
}

async function byHighs(problem: AssignmentProblem, limit: number): Promise<Theirs> {
  const highs = await loadHighs();
  const text = linearProgram(problem);
  const { value, times } = timed(() => {
    try {
      const { ObjectiveValue, Status } = highs.solve(text, {
        time_limit: limit,
        output_flag: false,
      });
      return { cost: Number.isFinite(ObjectiveValue) ? ObjectiveValue : null, status: Status };
    } catch (cause) {
      return { cost: null, status: String(cause) };
    }
  });
  return { ...value, times };
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
  lines.push('Bounds');
  for (const at of person.keys()) lines.push(` 0 <= x${at} <= 1`);
  lines.push('End');
  return lines.join('\n');
}
