/**
 * Search by taking visits that lie near each other out of the rounds and putting
 * them in anew (ruin and recreate, after Schrimpf and others). What is a little
 * worse is followed for a while, less and less; the best is kept.
 */
import type { Stepwise } from '../steps.ts';
import { improve } from './improve.ts';
import { byWindow, insertAll } from './insert.ts';
import type { RoundsProblem } from './problem.ts';
import { apart, lengthOfAll, type Orders, type Place } from './schedule.ts';

/** Most tries, times visits, and times the visits' square. */
const TRIES = { most: 1200, byVisits: 200_000, bySquare: 4 };
/** Most visits taken out at once. */
const MOST_OUT = 12;
/** Part of a round's length by which a try may be worse, at the beginning. */
const ALLOWED = 0.0025;
const PASSES = 100;
/** Metres below which nothing is gained. */
const ENOUGH = 1e-6;
/** Tries between two looks at whether to stop. */
const STEP = 25;

export interface Standing {
  readonly orders: Orders;
  /** Visits that have no room. */
  readonly left: readonly number[];
  readonly metres: number;
}

interface Settled extends Standing {
  readonly stopped: boolean;
}

/** @returns the best found, and whether it was told to stop */
export function* renewed(
  problem: RoundsProblem,
  begun: Standing,
  random: () => number,
): Stepwise<Settled> {
  const first = yield* settled(problem, begun);
  if (first.stopped) return first;
  let [best, now]: [Standing, Standing] = [first, first];
  const due = [...first.orders.flat(), ...first.left];
  const tries = triesFor(due.length);
  for (let turn = 0; turn < tries && due.length > 1; turn += 1) {
    const next = tried(problem, now, due, random);
    const allowed = (ALLOWED * best.metres * (tries - turn)) / tries;
    if (isBetter(next, now, -allowed)) now = next;
    if (isBetter(next, best, ENOUGH)) best = next;
    if (turn % STEP !== STEP - 1) continue;
    if ((yield { doing: 'rounds', part: turn / tries }) === 'stop')
      return { ...best, stopped: true };
  }
  return yield* settled(problem, best);
}

/** Few visits have few orders; many cost much each time. */
function triesFor(visits: number): number {
  return Math.min(TRIES.most, TRIES.byVisits / visits, TRIES.bySquare * visits ** 2);
}

/** Fewer visits without room first, then fewer metres. */
function isBetter(one: Standing, other: Standing, by: number): boolean {
  if (one.left.length !== other.left.length) return one.left.length < other.left.length;
  return one.metres < other.metres - by;
}

/** Improved by stretches until nothing helps, and what had no room tried again. */
function* settled(problem: RoundsProblem, standing: Standing): Stepwise<Settled> {
  const orders = [...standing.orders];
  let stopped = false;
  for (let pass = 0; pass < PASSES && !stopped && improve(problem, orders); pass += 1)
    stopped = (yield { doing: 'rounds', part: 0 }) === 'stop';
  const left = insertAll(problem, orders, standing.left);
  return { orders, left, metres: lengthOfAll(problem, orders), stopped };
}

function tried(
  problem: RoundsProblem,
  { orders, left }: Standing,
  due: readonly number[],
  random: () => number,
): Standing {
  const centre = problem.checkpoints[due[Math.floor(random() * due.length)] ?? 0] as Place;
  const count = 1 + Math.floor(random() * Math.min(MOST_OUT, due.length));
  const far = (at: number): number => apart(centre, problem.checkpoints[at] as Place);
  const out = new Set(
    orders
      .flat()
      .toSorted((a, b) => far(a) - far(b) || a - b)
      .slice(0, count),
  );
  const tour = orders.map((order) => order.filter((at) => !out.has(at)));
  const queue = queued(problem, [...out, ...left], random);
  const without = insertAll(problem, tour, queue);
  return { orders: tour, left: without, metres: lengthOfAll(problem, tour) };
}

/** By window, from outside inwards, or by chance. */
function queued(
  problem: RoundsProblem,
  visits: readonly number[],
  random: () => number,
): readonly number[] {
  const pick = random();
  if (pick < 0.3) return byWindow(problem, visits);
  if (pick < 0.5) return visits.toReversed();
  const place = new Map(visits.map((at) => [at, random()]));
  return visits.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}
