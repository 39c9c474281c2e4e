/**
 * A length below which no rounds through these places can be (after Held and Karp).
 * So many rounds are as many paths through the checkpoints and two steps each from
 * and to home; a spanning forest of as many trees and the lightest steps home are no
 * longer. The homes are taken as one, as far from everywhere as the nearest of them.
 * Each checkpoint has two steps in any rounds, so a price on its steps changes all
 * rounds by the same; prices make the forest more like rounds.
 */
import { apart, type Place } from './schedule.ts';

const TURNS = { fewest: 12, most: 250 };
/** Lengths looked at over all turns. */
const WORK = 60_000_000;
/** Turns without gain after which steps get smaller. */
const PATIENCE = 6;

/**
 * @param homes one for each who may walk one round
 * @param found length of rounds that are known; says how large steps of the prices are
 */
export function lowerBound(
  homes: readonly Place[],
  places: readonly Place[],
  found: number,
): number {
  const count = places.length;
  if (count === 0) return 0;
  const ways = waysBetween(homes, places);
  if (count === 1) return 2 * (ways.home[0] as number);
  const price = new Float64Array(count);
  const turns = Math.min(TURNS.most, Math.max(TURNS.fewest, Math.floor(WORK / count ** 2)));
  let [best, pace, since] = [0, 1.5, 0];
  for (let turn = 0; turn < turns; turn += 1) {
    const { weight, degree } = lightest(ways, price, homes.length);
    const value = weight - 2 * price.reduce((sum, one) => sum + one, 0);
    since = value > best ? 0 : since + 1;
    best = Math.max(best, value);
    if (since > PATIENCE) [pace, since] = [pace / 2, 0];
    const square = degree.reduce((sum, one) => sum + (one - 2) ** 2, 0);
    // All have two steps: no other price says more.
    if (square === 0) break;
    const step = (pace * Math.max(found - value, found * 1e-4)) / square;
    for (let at = 0; at < count; at += 1)
      price[at] = (price[at] as number) + step * ((degree[at] as number) - 2);
  }
  return best;
}

interface Ways {
  readonly count: number;
  /** From the nearest home. */
  readonly home: Float64Array;
  /** Between checkpoints, row by row. */
  readonly between: Float64Array;
}

function waysBetween(homes: readonly Place[], places: readonly Place[]): Ways {
  const count = places.length;
  const between = new Float64Array(count * count);
  for (const [at, place] of places.entries())
    for (const [to, other] of places.entries()) between[at * count + to] = apart(place, other);
  const home = Float64Array.from(places, (place) =>
    homes.reduce((least, one) => Math.min(least, apart(one, place)), Number.POSITIVE_INFINITY),
  );
  return { count, home, between };
}

interface Step {
  readonly a: number;
  /** -1 for home. */
  readonly b: number;
  readonly weight: number;
}

/** Lightest forest with its steps home, over all numbers of rounds that can be walked. */
function lightest(ways: Ways, price: Float64Array, walkers: number) {
  const tree = spanningTree(ways, price).sort((one, other) => one.weight - other.weight);
  const home = Array.from(
    ways.home,
    (way, a): Step => ({ a, b: -1, weight: way + (price[a] as number) }),
  );
  home.sort((one, other) => one.weight - other.weight);
  let best: { steps: readonly Step[]; weight: number } | undefined;
  for (let rounds = 1; rounds <= Math.min(walkers, ways.count); rounds += 1) {
    // Who sees one place alone goes and comes by the same step; one round alone has two ends.
    const ends =
      rounds === 1 ? home.slice(0, 2) : home.slice(0, rounds).flatMap((step) => [step, step]);
    const steps = [...tree.slice(0, ways.count - rounds), ...ends];
    const weight = steps.reduce((sum, step) => sum + step.weight, 0);
    if (best === undefined || weight < best.weight) best = { steps, weight };
  }
  const degree = new Int32Array(ways.count);
  for (const { a, b } of best?.steps ?? []) {
    degree[a] = (degree[a] as number) + 1;
    if (b >= 0) degree[b] = (degree[b] as number) + 1;
  }
  return { weight: best?.weight ?? 0, degree };
}

/** Prim's. */
function spanningTree({ count, between }: Ways, price: Float64Array): Step[] {
  const from = new Int32Array(count).fill(-1);
  const near = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(count);
  const steps: Step[] = [];
  let at = 0;
  for (let turn = 1; turn < count; turn += 1) {
    done[at] = 1;
    let next = -1;
    for (let other = 0; other < count; other += 1) {
      if (done[other] === 1) continue;
      const way =
        (between[at * count + other] as number) + (price[at] as number) + (price[other] as number);
      if (way < (near[other] as number)) {
        near[other] = way;
        from[other] = at;
      }
      if (next < 0 || (near[other] as number) < (near[next] as number)) next = other;
    }
    steps.push({ a: from[next] as number, b: next, weight: near[next] as number });
    at = next;
  }
  return steps;
}
