/** What can be wrong with a problem, found before anything is computed. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { RefusalCode } from '#kernel/refusal.ts';
import type { PartitionProblem } from './problem.ts';

/** Widest area in metres: beyond, these are not metres of a flat projection. */
const WIDEST = 2_000_000;
/** Most points that are taken on. */
const MOST_POINTS = 5_000_000;

type Check = (problem: PartitionProblem) => Outcome<true>;

/** Refuses with the field, and the number of the first wrong point from 1 (`row`) with how many there are. */
export function checked(problem: PartitionProblem): Outcome<true> {
  for (const check of [points, coordinates, extent, weights, settings, grids, links]) {
    const outcome = check(problem);
    if (!outcome.ok) return outcome;
  }
  return done(true);
}

const no = (
  code: RefusalCode,
  field: string,
  detail: Readonly<Record<string, number>> = {},
): Outcome<true> => refused({ code, field, detail });

const points: Check = ({ x }) => {
  if (x.length === 0) return no('planning.no_points', 'points');
  if (x.length > MOST_POINTS) return no('input.too_large', 'points', { limit: MOST_POINTS });
  return done(true);
};

/** First entry that is wrong, and how many are. */
function wrong(
  count: number,
  isWrong: (at: number) => boolean,
): { row: number; count: number } | null {
  let [row, found] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    if (!isWrong(at)) continue;
    found += 1;
    if (found === 1) row = at + 1;
  }
  return found === 0 ? null : { row, count: found };
}

const coordinates: Check = ({ x, y }) => {
  const bad = wrong(x.length, (at) => !(Number.isFinite(x[at]) && Number.isFinite(y[at])));
  return bad === null ? done(true) : no('planning.coordinate', 'points', bad);
};

const extent: Check = ({ x, y }) => {
  const wide = Math.max(width(x), width(y));
  return wide > WIDEST
    ? no('planning.too_wide', 'points', { wide: Math.round(wide / 1000), limit: WIDEST / 1000 })
    : done(true);
};

function width(values: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

const weights: Check = ({ x, weight }) => {
  const bad = wrong(
    x.length,
    (at) => !(Number.isFinite(weight[at]) && (weight[at] as number) >= 0),
  );
  if (bad !== null) return no('planning.weight', 'weight', bad);
  return weight.some((one) => one > 0) ? done(true) : no('planning.no_weight', 'weight');
};

const settings: Check = ({ size, tolerance, least, most, stay }) => {
  const wanted = 'target' in size ? size.target : size.grids;
  if (!(Number.isFinite(wanted) && wanted > 0)) return no('planning.target', 'size');
  if ('grids' in size && !Number.isSafeInteger(size.grids)) return no('planning.target', 'grids');
  if (!(tolerance >= 0 && tolerance < 1)) return no('planning.tolerance', 'tolerance');
  if (!((least ?? 0) >= 0 && (most ?? 1) > 0 && (least ?? 0) <= (most ?? Number.POSITIVE_INFINITY)))
    return no('planning.bounds', 'least');
  return (stay ?? 0) >= 0 ? done(true) : no('planning.bounds', 'stay');
};

/** Grids are never empty, so there are at most as many as there are distinct spots. */
const grids: Check = ({ size, x, y, weight }) => {
  const total = weight.reduce((sum, one) => sum + one, 0);
  const wanted = 'grids' in size ? size.grids : Math.round(total / size.target);
  if (wanted <= 1) return done(true);
  const limit = spots(x, y, wanted);
  return wanted > limit
    ? no('planning.too_many_grids', 'size', { grids: wanted, limit })
    : done(true);
};

/** Distinct spots; counting ends at `enough`. */
function spots(x: Float64Array, y: Float64Array, enough: number): number {
  const seen = new Set<string>();
  for (let at = 0; at < x.length && seen.size < enough; at += 1)
    seen.add(`${Math.round((x[at] as number) * 1000)} ${Math.round((y[at] as number) * 1000)}`);
  return seen.size;
}

const links: Check = ({ links: pairs, lengths, x }) => {
  if (lengths !== undefined && !areLengths(lengths, pairs)) return no('planning.links', 'lengths');
  if (pairs === undefined) return done(true);
  const bad = wrong(
    pairs.length,
    (at) => !(Number(pairs[at]) >= 0 && Number(pairs[at]) < x.length),
  );
  return bad === null && pairs.length % 2 === 0 ? done(true) : no('planning.links', 'links');
};

/** One for each pair, none below nothing. */
function areLengths(lengths: Float64Array, pairs: Int32Array | undefined): boolean {
  return (
    lengths.length * 2 === pairs?.length && lengths.every((one) => one >= 0 && Number.isFinite(one))
  );
}
