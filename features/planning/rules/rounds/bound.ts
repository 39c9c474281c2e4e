/**
 * A length below which no rounds through these places can be (after Held and Karp).
 * Closed rounds from one home or several, taken as one place, hold a spanning tree
 * and at least one step more, and pass each checkpoint with two steps. A price on
 * each checkpoint that its two steps pay leaves the difference of rounds the same
 * and makes the tree more like rounds.
 */
import { apart, type Place } from './schedule.ts';

const TURNS = 120;

export function lowerBound(homes: readonly Place[], places: readonly Place[]): number {
  if (places.length === 0) return 0;
  const count = places.length + 1;
  const length = (a: number, b: number): number => {
    const [one, other] = [places[Math.min(a, b) - 1], places[Math.max(a, b) - 1] as Place];
    return one === undefined
      ? homes.reduce((least, home) => Math.min(least, apart(home, other)), Number.POSITIVE_INFINITY)
      : apart(one, other);
  };
  if (count === 2) return 2 * length(0, 1);
  const price = new Float64Array(count);
  let best = 0;
  let scale = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { weight, degree } = tree(
      count,
      (a, b) => length(a, b) + (price[a] as number) + (price[b] as number),
    );
    const value = weight - 2 * price.reduce((sum, one) => sum + one, 0);
    best = Math.max(best, value);
    if (turn === 0) scale = value / count / 2;
    const step = scale * 0.96 ** turn;
    for (let at = 1; at < count; at += 1)
      price[at] = (price[at] as number) + step * ((degree[at] as number) - 2);
  }
  return best;
}

/** Lightest spanning tree (Prim) with the lightest further step; every further step of negative weight counts too. */
function tree(count: number, weightOf: (a: number, b: number) => number) {
  const from = new Int32Array(count).fill(-1);
  const near = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(count);
  const degree = new Int32Array(count);
  let weight = 0;
  near[0] = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const at = nearest(near, done);
    done[at] = 1;
    weight += near[at] as number;
    const parent = from[at] as number;
    if (parent >= 0) {
      degree[at] = (degree[at] as number) + 1;
      degree[parent] = (degree[parent] as number) + 1;
    }
    for (let next = 0; next < count; next += 1) {
      if (done[next] === 1) continue;
      const own = weightOf(at, next);
      if (own >= (near[next] as number)) continue;
      near[next] = own;
      from[next] = at;
    }
  }
  return { weight: weight + furtherSteps(count, from, degree, weightOf), degree };
}

function nearest(near: Float64Array, done: Uint8Array): number {
  let best = -1;
  for (let at = 0; at < near.length; at += 1) {
    if (done[at] === 1) continue;
    if (best < 0 || (near[at] as number) < (near[best] as number)) best = at;
  }
  return best;
}

function furtherSteps(
  count: number,
  from: Int32Array,
  degree: Int32Array,
  weightOf: (a: number, b: number) => number,
): number {
  let [below, lightest] = [0, { a: 0, b: 0, weight: Number.POSITIVE_INFINITY }];
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      // A place visited on a round of its own is left and reached by the same way.
      const inTree = (from[a] === b || from[b] === a) && a > 0;
      if (inTree) continue;
      const weight = weightOf(a, b);
      if (weight < 0) below += weight;
      if (weight < lightest.weight) lightest = { a, b, weight };
    }
  }
  degree[lightest.a] = (degree[lightest.a] as number) + 1;
  degree[lightest.b] = (degree[lightest.b] as number) + 1;
  return below < 0 ? below : lightest.weight;
}
