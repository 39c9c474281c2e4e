/** How many grids a piece gets, and between which sizes they are right. */
import type { Bounds, PartitionProblem } from './problem.ts';

export interface Share {
  /** Number of grids. */
  readonly grids: number;
  /** What was asked for. */
  readonly asked: Bounds;
  /** What can be worked towards: `asked`, or as near to it as this piece's weight allows. */
  readonly worked: Bounds;
  /** False where no number of grids brings this piece's weight within what was asked. */
  readonly divisible: boolean;
}

/** Bounds that the problem asks for. @param total weight of everything */
function askedBounds(problem: PartitionProblem, total: number): Bounds {
  const { size, tolerance, least, most } = problem;
  const target = 'target' in size ? size.target : total / size.grids;
  return { least: least ?? target * (1 - tolerance), most: most ?? target * (1 + tolerance) };
}

/**
 * Shares for pieces of these weights. With a target each piece gets the number
 * that comes nearest to it; with a number, pieces get theirs by weight
 * (largest remainder), at least one each.
 * @param today how many grids a piece has now: kept where bounds allow; 0 where that does not count
 */
export function sharesOf(
  problem: PartitionProblem,
  pieces: readonly { readonly weight: number; readonly places: number; readonly today: number }[],
): readonly Share[] {
  const weights = pieces.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const asked = askedBounds(problem, total);
  const { size } = problem;
  const numbers =
    'target' in size
      ? pieces.map(({ weight, today }) => numberNear(weight, size.target, asked, today))
      : apportioned(weights, size.grids);
  return numbers.map((wanted, at) =>
    shareOf(weights[at] as number, Math.min(wanted, pieces[at]?.places ?? 1), asked),
  );
}

function shareOf(weight: number, grids: number, asked: Bounds): Share {
  const mean = weight / grids;
  const divisible = mean >= asked.least * (1 - 1e-9) && mean <= asked.most * (1 + 1e-9);
  if (divisible) return { grids, asked, worked: asked, divisible };
  const half = (asked.most - asked.least) / (asked.most + asked.least || 1);
  return { grids, asked, worked: { least: mean * (1 - half), most: mean * (1 + half) }, divisible };
}

/** The number nearest to that of today, or to weight / target, that can keep the bounds; else the nearest. */
function numberNear(weight: number, target: number, bounds: Bounds, today: number): number {
  const { least, most } = bounds;
  const nearest = Math.max(1, Math.round(weight / target));
  const fewest = Math.max(1, Math.ceil(weight / most - 1e-9));
  const highest = least > 0 ? Math.floor(weight / least + 1e-9) : Number.POSITIVE_INFINITY;
  return fewest <= highest ? Math.min(Math.max(today || nearest, fewest), highest) : nearest;
}

function apportioned(weights: readonly number[], grids: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (total > 0 ? (weight / total) * grids : 0));
  const numbers = exact.map((one) => Math.max(1, Math.floor(one)));
  for (let left = grids - sum(numbers); left > 0; left -= 1) raise(numbers, exact);
  // A piece that needs one of its own takes it from where it is missed least.
  for (let over = sum(numbers) - grids; over > 0; over -= 1) if (!lower(numbers, exact)) break;
  return numbers;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function raise(numbers: number[], exact: readonly number[]): void {
  let best = 0;
  for (let at = 1; at < numbers.length; at += 1) {
    const lack = (place: number): number => (exact[place] as number) - (numbers[place] as number);
    if (lack(at) > lack(best)) best = at;
  }
  numbers[best] = (numbers[best] as number) + 1;
}

function lower(numbers: number[], exact: readonly number[]): boolean {
  let best = -1;
  for (let at = 0; at < numbers.length; at += 1) {
    if ((numbers[at] as number) <= 1) continue;
    const spare = (place: number): number => (numbers[place] as number) - (exact[place] as number);
    if (best < 0 || spare(at) > spare(best)) best = at;
  }
  if (best < 0) return false;
  numbers[best] = (numbers[best] as number) - 1;
  return true;
}
