import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.ts';
import { run } from '../steps.ts';
import { lowerBound } from './bound.ts';
import type { Rounds, RoundsProblem, Tour } from './problem.ts';
import { planRounds } from './rounds.ts';
import { apart, lengthOf, timesOf } from './schedule.ts';

const DAY = { from: 480, until: 1080 };
const ROUNDING = 1e-6;
/** Worlds are numbered: the numbers are the seed, and name a failure. */
const WORLDS = Array.from({ length: 200 }, (_, number) => number);

function randomProblem(number: number): RoundsProblem {
  const random = seeded(number);
  const whole = (most: number): number => 1 + Math.floor(random() * most);
  const spot = () => ({ x: random() * 2000, y: random() * 2000 });
  const days = whole(5);
  return {
    days,
    pace: 60,
    seed: number,
    walkers: Array.from({ length: whole(3) }, () => ({
      ...spot(),
      from: 480,
      until: random() < 0.3 ? 600 : 1080,
    })),
    checkpoints: Array.from({ length: whole(16) }, () => {
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

const SEEN = new Map<number, Rounds>();

/** A world's rounds, planned once for all sentences about them. */
function roundsOf(number: number): Rounds {
  const found = SEEN.get(number) ?? planned(randomProblem(number));
  SEEN.set(number, found);
  return found;
}

const ORDERS = new Map<number, readonly (readonly number[])[]>();

/** All orders of so many. */
function allOrders(count: number): readonly (readonly number[])[] {
  const known = ORDERS.get(count);
  if (known !== undefined) return known;
  const made =
    count === 0
      ? [[]]
      : allOrders(count - 1).flatMap((order) =>
          Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
        );
  ORDERS.set(count, made);
  return made;
}

/** Shortest round of one walker through these places in time, by trying all orders. */
function shortest(problem: RoundsProblem, walker: number, places: readonly number[]): number {
  return allOrders(places.length).reduce((least, order) => {
    const tried = order.map((at) => places[at] ?? -1);
    const isPossible = timesOf(problem, walker, tried) !== undefined;
    return isPossible ? Math.min(least, lengthOf(problem, walker, tried)) : least;
  }, Number.POSITIVE_INFINITY);
}

/** The best of one day with two walkers, by trying everything. */
function bestOfTwo(problem: RoundsProblem): number {
  const all = Array.from(problem.checkpoints.keys());
  const shares = Array.from({ length: 2 ** all.length }, (_, share) => share);
  return Math.min(
    ...shares.map((share) => {
      const own = all.filter((at) => (share >> at) % 2 === 1);
      const other = all.filter((at) => (share >> at) % 2 === 0);
      return shortest(problem, 0, own) + shortest(problem, 1, other);
    }),
  );
}

/** What is wrong with a tour, in words. */
function faultsOf({ walkers, checkpoints, pace }: RoundsProblem, tour: Tour): readonly string[] {
  const home = walkers[tour.walker];
  if (home === undefined) return ['nobody walks it'];
  const faults: string[] = [];
  let [clock, here, metres]: [number, { x: number; y: number }, number] = [home.from, home, 0];
  for (const { checkpoint, at } of tour.visits) {
    const point = checkpoints[checkpoint];
    if (point === undefined) return ['a place that is not there'];
    if (at < clock + apart(here, point) / pace - ROUNDING) faults.push('in two places at once');
    if (at < point.from || at > point.until) faults.push('outside the window');
    metres += apart(here, point);
    [clock, here] = [at + point.stay, point];
  }
  metres += apart(here, home);
  if (clock + apart(here, home) / pace > home.until + ROUNDING) faults.push('home too late');
  if (Math.abs(metres - tour.metres) > ROUNDING) faults.push('another length');
  return faults;
}

/** Days on which a checkpoint is seen or told as missed, in order. */
function daysOf({ tours, missed }: Rounds, checkpoint: number): readonly number[] {
  const seen = tours.flatMap(({ day, visits }) =>
    visits.filter((visit) => visit.checkpoint === checkpoint).map(() => day),
  );
  const told = missed.filter((one) => one.checkpoint === checkpoint).map(({ day }) => day);
  return [...seen, ...told].sort((a, b) => a - b);
}

describe('in hundreds of random worlds', () => {
  it('visits lie in their windows, nobody is in two places, all are home in time', () => {
    for (const number of WORLDS) {
      const problem = randomProblem(number);
      const { tours } = roundsOf(number);
      expect(
        tours.flatMap((tour) => faultsOf(problem, tour)),
        `world ${number}`,
      ).toEqual([]);
      const walked = tours.map(({ day, walker }) => `${day} ${walker}`);
      expect(new Set(walked).size, `world ${number}`).toBe(walked.length);
    }
  });

  it('each checkpoint is seen as often as it is due, once a day, evenly spread, or told as missed', () => {
    for (const number of WORLDS) {
      const problem = randomProblem(number);
      const found = roundsOf(number);
      for (const [checkpoint, { times }] of problem.checkpoints.entries()) {
        const days = daysOf(found, checkpoint);
        expect([days.length, new Set(days).size], `world ${number}`).toEqual([times, times]);
        const gaps = days.map((day, at) => (days[at + 1] ?? problem.days + (days[0] ?? 0)) - day);
        expect(Math.max(...gaps) - Math.min(...gaps), `world ${number}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('what is missed has no room in any round of its day, and `never` has none in an empty one', () => {
    for (const number of WORLDS) {
      const problem = randomProblem(number);
      const { tours, missed } = roundsOf(number);
      for (const { checkpoint, day, why } of missed) {
        const orders = problem.walkers.map((_, walker) => {
          const own = tours.find((tour) => tour.day === day && tour.walker === walker);
          return (own?.visits ?? []).map((visit) => visit.checkpoint);
        });
        const fits = orders.some((order, walker) =>
          Array.from({ length: order.length + 1 }, (_, at) =>
            order.toSpliced(at, 0, checkpoint),
          ).some((tried) => timesOf(problem, walker, tried) !== undefined),
        );
        const alone = orders.some((_, walker) => timesOf(problem, walker, [checkpoint]));
        expect([fits, alone ? 'full' : 'never'], `world ${number}`).toEqual([false, why]);
      }
    }
  });

  it('the bound is never above what was found, and the gap says how far', () => {
    for (const number of WORLDS) {
      const { tours, metres, bound, gap } = roundsOf(number);
      const sum = tours.reduce((all, tour) => all + tour.metres, 0);
      expect(metres, `world ${number}`).toBeCloseTo(sum, 6);
      expect(bound <= metres, `world ${number}`).toBe(true);
      expect(bound * (1 + gap), `world ${number}`).toBeCloseTo(metres, 6);
    }
  });

  it('the same seed gives the same rounds', () => {
    for (const number of WORLDS.slice(0, 60))
      expect(planned(randomProblem(number)), `world ${number}`).toEqual(roundsOf(number));
  });
});

describe('beside the best of everything tried', () => {
  it('the bound of one round is below it and near, and the round found is it', () => {
    let [best, bound, found] = [0, 0, 0];
    for (let number = 0; number < 60; number += 1) {
      const random = seeded(number);
      const spot = () => ({ x: random() * 1000, y: random() * 1000 });
      const home = spot();
      const checkpoints = Array.from({ length: 7 }, () => ({
        ...spot(),
        ...DAY,
        stay: 1,
        times: 1,
      }));
      const problem = { days: 1, pace: 60, seed: 1, walkers: [{ ...home, ...DAY }], checkpoints };
      const exact = shortest(problem, 0, Array.from(checkpoints.keys()));
      const { metres } = planned(problem);
      const low = lowerBound([home], checkpoints, metres);
      expect([low <= exact + ROUNDING, metres >= exact - ROUNDING], `world ${number}`).toEqual([
        true,
        true,
      ]);
      [best, bound, found] = [best + exact, bound + low, found + metres];
    }
    expect(bound / best).toBeGreaterThan(0.99);
    expect(found / best).toBeLessThan(1.001);
  });

  it('the bound of two rounds with windows is below it, and what is found hardly above', () => {
    let [best, found] = [0, 0];
    for (let number = 0; number < 40; number += 1) {
      const random = seeded(number);
      const spot = () => ({ x: random() * 1000, y: random() * 1000 });
      const checkpoints = Array.from({ length: 6 }, () => {
        const from = 480 + Math.floor(random() * 120);
        return { ...spot(), stay: 5, from, until: from + 90, times: 1 };
      });
      const walkers = [
        { ...spot(), ...DAY },
        { ...spot(), ...DAY },
      ];
      const problem = { days: 1, pace: 60, seed: 1, walkers, checkpoints };
      const exact = bestOfTwo(problem);
      if (!Number.isFinite(exact)) continue;
      const { metres, bound, missed } = planned(problem);
      expect(missed, `world ${number}`).toEqual([]);
      expect([bound <= exact + ROUNDING, metres >= exact - ROUNDING], `world ${number}`).toEqual([
        true,
        true,
      ]);
      [best, found] = [best + exact, found + metres];
    }
    expect(best).toBeGreaterThan(0);
    expect(found / best).toBeLessThan(1.005);
  });
});

describe('rounds', () => {
  it('say of a place that nobody reaches in time that nobody does, of others that all are full', () => {
    const point = { stay: 200, from: 480, until: 1080, times: 1 };
    const { missed } = planned({
      ...{ days: 1, pace: 60, seed: 1 },
      walkers: [{ x: 0, y: 0, from: 480, until: 720 }],
      checkpoints: [
        { x: 60, y: 0, ...point },
        { x: 120, y: 0, ...point },
        { x: 1e6, y: 0, ...point },
      ],
    });
    expect(missed.map(({ why }) => why).toSorted()).toEqual(['full', 'never']);
  });

  it('end when they are told to, with every visit made or told', () => {
    const random = seeded(5);
    const problem = {
      ...{ days: 3, pace: 60, seed: 1 },
      walkers: [{ x: 0, y: 0, ...DAY }],
      checkpoints: Array.from({ length: 300 }, () => ({
        ...{ x: random() * 3000, y: random() * 3000, ...DAY },
        ...{ stay: 1, times: 2 },
      })),
    };
    let steps = 0;
    const outcome = run(planRounds(problem), ({ part }) => {
      steps += part >= 0 && part <= 1 ? 1 : Number.NaN;
      return 'stop';
    });
    if (!outcome.ok) throw new Error('refused');
    const { tours, missed, stopped } = outcome.value;
    expect(stopped).toBe(true);
    expect(steps).toBe(1);
    expect(tours.flatMap(({ visits }) => visits).length + missed.length).toBe(600);
  });

  it.each([
    ['no walkers', { walkers: [] }, 'planning.people'],
    [
      'a walker who is home before going out',
      { walkers: [{ x: 0, y: 0, from: 2, until: 1 }] },
      'planning.walker',
    ],
    ['a pace of nothing', { pace: 0 }, 'planning.rounds'],
    ['no days', { days: 0 }, 'planning.rounds'],
    ['half a day', { days: 1.5 }, 'planning.rounds'],
    [
      'a place that is no number',
      { checkpoints: [{ x: Number.NaN, y: 0, stay: 1, ...DAY, times: 1 }] },
      'planning.checkpoint',
    ],
    [
      'a place seen more often than there are days',
      { checkpoints: [{ x: 0, y: 0, stay: 1, ...DAY, times: 9 }] },
      'planning.checkpoint',
    ],
    [
      'more places than can be looked at',
      {
        checkpoints: Array.from({ length: 3001 }, () => ({
          x: 0,
          y: 0,
          stay: 1,
          ...DAY,
          times: 1,
        })),
      },
      'input.too_large',
    ],
  ])('of %s are refused', (_what, change, code) => {
    const outcome = run(planRounds({ ...randomProblem(1), ...change }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });
});
