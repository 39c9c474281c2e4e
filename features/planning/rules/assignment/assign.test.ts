import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.ts';
import { run } from '../steps.ts';
import { assign } from './assign.ts';
import { fairnessCurve } from './fairness.ts';
import type { Assignment, AssignmentProblem } from './problem.ts';
import { gapsIn } from './proof.ts';

interface Table {
  /** Cost of each place (row) with each person; null where they may not. */
  readonly costs: readonly (readonly (number | null)[])[];
  readonly least?: readonly number[];
  readonly most: readonly number[];
}

function problemOf({ costs, least, most }: Table): AssignmentProblem {
  const pairs = costs.map((row) =>
    row.flatMap((cost, person) => (cost === null ? [] : [{ person, cost }])),
  );
  const first = Int32Array.from(
    { length: costs.length + 1 },
    (_, at) => pairs.slice(0, at).flat().length,
  );
  return {
    people: most.length,
    places: costs.length,
    least: Int32Array.from(least ?? most.map(() => 0)),
    most: Int32Array.from(most),
    first,
    person: Int32Array.from(pairs.flat(), ({ person }) => person),
    cost: Float64Array.from(pairs.flat(), ({ cost }) => cost),
  };
}

function assigned(problem: AssignmentProblem): Assignment {
  const outcome = run(assign(problem));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

function randomTable(number: number): { readonly table: Table; readonly random: () => number } {
  const random = seeded(number);
  const whole = (most: number): number => 1 + Math.floor(random() * most);
  const [people, places] = [whole(4), whole(6)];
  const most = Array.from({ length: people }, () => whole(3));
  return {
    random,
    table: {
      most,
      least: most.map((one) => Math.floor(random() * (one + 1) * 0.7)),
      costs: Array.from({ length: places }, () =>
        Array.from({ length: people }, () => (random() < 0.25 ? null : whole(30))),
      ),
    },
  };
}

/** The best by trying everything: most served first, then fewest below their fewest, then cost. */
function tried({ costs, least, most }: Table, fairness: number): readonly [number, number, number] {
  let best: readonly [number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  const load = most.map(() => 0);
  const walk = (place: number, unserved: number, cost: number): void => {
    if (place === costs.length) {
      const below = load.reduce((sum, one, at) => sum + Math.max(0, (least?.[at] ?? 0) - one), 0);
      const uneven = load.reduce((sum, one) => sum + (fairness * one * (one - 1)) / 2, 0);
      const found = [unserved, below, cost + uneven] as const;
      if (isLess(found, best)) best = found;
      return;
    }
    walk(place + 1, unserved + 1, cost);
    const free = (costs[place] ?? []).map((one, at) =>
      (load[at] ?? 0) < (most[at] ?? 0) ? one : null,
    );
    for (const [person, one] of free.entries()) {
      if (one === null) continue;
      load[person] = (load[person] ?? 0) + 1;
      walk(place + 1, unserved, cost + one);
      load[person] = (load[person] ?? 0) - 1;
    }
  };
  walk(0, 0, 0);
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, place) => one !== b[place]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

describe('an assignment', () => {
  it('is the best of all there are, over random tables', () => {
    for (let number = 0; number < 1500; number += 1) {
      const { table, random } = randomTable(number);
      const fairness = random() < 0.5 ? 0 : 3;
      const problem = { ...problemOf(table), fairness };
      const { total, load, unserved } = assigned(problem);
      const below = load.reduce(
        (sum, one, at) => sum + Math.max(0, (table.least?.[at] ?? 0) - one),
        0,
      );
      const [wanted, , cost] = tried(table, fairness);
      expect(unserved.length, `table ${number}`).toBe(wanted);
      if (wanted === 0)
        expect([below, total], `table ${number}`).toEqual([tried(table, fairness)[1], cost]);
    }
  });

  it('proves itself by its prices, also where thousands are assigned', () => {
    for (let number = 0; number < 60; number += 1) {
      const random = seeded(number);
      const costs = Array.from({ length: 150 }, () =>
        Array.from({ length: 20 }, () => (random() < 0.6 ? null : Math.floor(random() * 1000))),
      );
      const problem = {
        ...problemOf({ costs, most: costs.slice(0, 20).map(() => 9) }),
        fairness: number % 3,
      };
      expect(gapsIn(problem, assigned(problem)), `table ${number}`).toEqual([]);
    }
  });

  it('that is not the best is shown not to be', () => {
    const problem = problemOf({
      costs: [
        [1, 5],
        [5, 1],
      ],
      most: [1, 1],
    });
    const best = assigned(problem);
    expect(gapsIn(problem, { ...best, person: Int32Array.of(1, 0) })).not.toEqual([]);
  });

  it('gives 78 courtyards to 22 officers evenly, three or four each (M81)', () => {
    const random = seeded(81);
    const spot = () => [random() * 4000, random() * 4000] as const;
    const people = Array.from({ length: 22 }, spot);
    const costs = Array.from({ length: 78 }, spot).map(([x, y]) =>
      people.map(([a, b]) => Math.hypot(x - a, y - b)),
    );
    const problem = problemOf({ costs, least: people.map(() => 3), most: people.map(() => 4) });
    const found = assigned(problem);
    expect([...new Set(found.load)].sort()).toEqual([3, 4]);
    expect(found.unserved).toEqual([]);
    expect(gapsIn(problem, found)).toEqual([]);
  });

  it('keeps pins, and who was there before where a change is not worth its price', () => {
    const table = {
      costs: [
        [1, 3],
        [2, 4],
      ],
      most: [2, 2],
    };
    expect([...assigned({ ...problemOf(table), pinned: Int32Array.of(1, -1) }).person]).toEqual([
      1, 0,
    ]);
    const today = Int32Array.of(1, 1);
    expect(assigned({ ...problemOf(table), today, change: 1 }).changed).toBe(2);
    expect(assigned({ ...problemOf(table), today, change: 3 }).changed).toBe(0);
  });

  it('says of every place it cannot serve why: nobody may, the pin names nobody, all are full', () => {
    const table = {
      costs: [
        [1, null],
        [2, null],
        [null, null],
        [5, 5],
      ],
      most: [1, 0],
    };
    const found = assigned({ ...problemOf(table), pinned: Int32Array.of(-1, -1, -1, 7) });
    expect(found.unserved).toEqual([
      { place: 1, why: 'full', full: [0] },
      { place: 2, why: 'nobody', full: [] },
      { place: 3, why: 'pinned', full: [] },
    ]);
  });

  it('ends when it is told to, with the places so far at the least cost', () => {
    const random = seeded(7);
    const costs = Array.from({ length: 600 }, () =>
      Array.from({ length: 5 }, () => Math.floor(random() * 1000)),
    );
    const problem = problemOf({ costs, most: [150, 150, 150, 150, 150] });
    const outcome = run(assign(problem), () => 'stop');
    if (!outcome.ok) throw new Error('refused');
    const { person, stopped, unserved } = outcome.value;
    expect(stopped).toBe(true);
    // Each place is either served or told.
    expect(unserved.map(({ place }) => place)).toEqual(
      Array.from(person.keys()).filter((place) => person[place] === -1),
    );
    expect(unserved.every(({ why }) => why === 'stopped')).toBe(true);
    expect(person.filter((one) => one >= 0)).toHaveLength(256);
    expect(gapsIn(problem, outcome.value)).toEqual([]);
  });

  it('offers evener loads for longer ways as a curve', () => {
    const costs = Array.from({ length: 6 }, () => [1, 4, 9]);
    const curve = run(fairnessCurve(problemOf({ costs, most: [6, 6, 6] }), [0, 1, 3, 10]));
    expect(curve).toEqual({
      ok: true,
      value: [
        { fairness: 0, cost: 6, fewest: 0, highest: 6 },
        expect.objectContaining({ fairness: 1 }),
        expect.objectContaining({ fairness: 3 }),
        { fairness: 10, cost: 28, fewest: 2, highest: 2 },
      ],
    });
  });

  it.each([
    ['no people', { costs: [[]], most: [] }, 'planning.people'],
    ['a fewest above the most', { costs: [[1]], most: [1], least: [2] }, 'planning.capacity'],
    ['a negative cost', { costs: [[-1]], most: [1] }, 'planning.cost'],
    ['a cost that is no number', { costs: [[Number.NaN]], most: [1] }, 'planning.cost'],
  ])('of %s is refused', (_what, table, code) => {
    expect(run(assign(problemOf(table)))).toMatchObject({ ok: false, refusal: { code } });
  });
});
