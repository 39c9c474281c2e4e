import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.ts';
import { run } from '../steps.ts';
import { lowerBound } from './bound.ts';
import type { Rounds, RoundsProblem } from './problem.ts';
import { planRounds } from './rounds.ts';
import { lengthOf } from './schedule.ts';

const DAY = { from: 480, until: 1080 };

function randomProblem(number: number): RoundsProblem {
  const random = seeded(number);
  const whole = (most: number): number => 1 + Math.floor(random() * most);
  const spot = () => ({ x: random() * 2000, y: random() * 2000 });
  const days = whole(5);
  return {
    days,
    pace: 60,
    walkers: Array.from({ length: whole(3) }, () => ({ ...spot(), ...DAY })),
    checkpoints: Array.from({ length: whole(25) }, () => {
      const from = random() < 0.3 ? 480 + Math.floor(random() * 500) : 480;
      const until = random() < 0.3 ? from + 60 : 1080;
      return { ...spot(), stay: whole(15), from, until, times: whole(days) };
    }),
  };
}

function planned(problem: RoundsProblem): Rounds {
  const outcome = run(planRounds(problem));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

function shortest(
  problem: RoundsProblem,
  left: readonly number[],
  order: readonly number[] = [],
): number {
  if (left.length === 0) return lengthOf(problem, 0, order);
  return Math.min(
    ...left.map((at) =>
      shortest(
        problem,
        left.filter((one) => one !== at),
        [...order, at],
      ),
    ),
  );
}

describe('rounds', () => {
  it('keep windows and hours, see each checkpoint as often as it is due, once a day, or say why not', () => {
    for (let number = 0; number < 200; number += 1) {
      const problem = randomProblem(number);
      const { tours, missed, metres, bound } = planned(problem);
      const seen = problem.checkpoints.map(() => new Set<number>());
      for (const { day, visits } of tours) {
        for (const { checkpoint, at } of visits) {
          const point = problem.checkpoints[checkpoint];
          expect(seen[checkpoint]?.has(day), `problem ${number}`).toBe(false);
          seen[checkpoint]?.add(day);
          expect(at >= (point?.from ?? 0) && at <= (point?.until ?? 0)).toBe(true);
        }
      }
      const due = problem.checkpoints.map(({ times }) => times);
      const told = seen.map(
        (days, at) => days.size + missed.filter(({ checkpoint }) => checkpoint === at).length,
      );
      expect(told, `problem ${number}`).toEqual(due);
      expect(bound <= metres + 1e-6, `problem ${number}`).toBe(true);
    }
  });

  it('are never below the bound, which comes near the best of all orders', () => {
    let [best, bound] = [0, 0];
    for (let number = 0; number < 60; number += 1) {
      const random = seeded(number);
      const spots = Array.from({ length: 7 }, () => ({ x: random() * 1000, y: random() * 1000 }));
      const [home = { x: 0, y: 0 }, ...places] = spots;
      const checkpoints = places.map((place) => ({ ...place, stay: 1, ...DAY, times: 1 }));
      const problem = { days: 1, pace: 60, walkers: [{ ...home, ...DAY }], checkpoints };
      const exact = shortest(problem, [0, 1, 2, 3, 4, 5]);
      const low = lowerBound([home], places);
      expect(low <= exact + 1e-6, `problem ${number}`).toBe(true);
      expect(planned(problem).metres >= exact - 1e-6, `problem ${number}`).toBe(true);
      best += exact;
      bound += low;
    }
    expect(bound / best).toBeGreaterThan(0.95);
  });

  it('say of a place that nobody reaches in time that nobody does, of others that all are full', () => {
    const point = { stay: 200, from: 480, until: 1080, times: 1 };
    const { missed } = planned({
      days: 1,
      pace: 60,
      walkers: [{ x: 0, y: 0, from: 480, until: 720 }],
      checkpoints: [
        { x: 60, y: 0, ...point },
        { x: 120, y: 0, ...point },
        { x: 1e6, y: 0, ...point },
      ],
    });
    expect(missed.map(({ why }) => why).toSorted()).toEqual(['full', 'never']);
  });

  it.each([
    ['no walkers', { walkers: [] }, 'planning.people'],
    ['a pace of nothing', { pace: 0 }, 'planning.rounds'],
    ['more times than days', { days: 0 }, 'planning.rounds'],
  ])('of %s are refused', (_what, change, code) => {
    const outcome = run(planRounds({ ...randomProblem(1), ...change }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });
});
