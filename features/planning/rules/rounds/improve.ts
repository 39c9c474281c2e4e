/** Rounds made shorter: stretches turned round, stretches moved within a round or to another. */
import type { RoundsProblem } from './problem.ts';
import { lengthOf, timesOf } from './schedule.ts';

const MOST_PASSES = 60;
const LONGEST_STRETCH = 3;
/** Metres below which nothing is gained. */
const ENOUGH = 1e-6;

/** Changes the orders; each change keeps all times and makes the rounds shorter in all. */
export function improve(problem: RoundsProblem, orders: number[][]): void {
  const walkers = Array.from(orders.keys());
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const turned = walkers.filter((walker) => turnStretch(problem, orders, walker)).length;
    const moved = walkers
      .flatMap((from) => walkers.map((to) => ({ from, to })))
      .filter(({ from, to }) => moveStretch(problem, orders, from, to)).length;
    if (turned + moved === 0) return;
  }
}

function turnStretch(problem: RoundsProblem, orders: number[][], walker: number): boolean {
  const order = orders[walker] ?? [];
  const before = lengthOf(problem, walker, order);
  for (let start = 0; start + 1 < order.length; start += 1) {
    for (let end = start + 2; end <= order.length; end += 1) {
      const tried = [
        ...order.slice(0, start),
        ...order.slice(start, end).reverse(),
        ...order.slice(end),
      ];
      if (lengthOf(problem, walker, tried) > before - ENOUGH) continue;
      if (timesOf(problem, walker, tried) === undefined) continue;
      orders[walker] = tried;
      return true;
    }
  }
  return false;
}

function moveStretch(
  problem: RoundsProblem,
  orders: number[][],
  from: number,
  to: number,
): boolean {
  const order = orders[from] ?? [];
  for (let size = 1; size <= LONGEST_STRETCH; size += 1) {
    for (let start = 0; start + size <= order.length; start += 1) {
      const stretch = order.slice(start, start + size);
      const rest = order.toSpliced(start, size);
      if (putStretch(problem, orders, { from, to, rest, stretch })) return true;
    }
  }
  return false;
}

interface Moved {
  readonly from: number;
  readonly to: number;
  readonly rest: number[];
  readonly stretch: readonly number[];
}

function putStretch(
  problem: RoundsProblem,
  orders: number[][],
  { from, to, rest, stretch }: Moved,
): boolean {
  const other = from === to ? rest : (orders[to] ?? []);
  const before =
    lengthOf(problem, from, orders[from] ?? []) + (from === to ? 0 : lengthOf(problem, to, other));
  const left = from === to ? 0 : lengthOf(problem, from, rest);
  for (let at = 0; at <= other.length; at += 1) {
    const tried = other.toSpliced(at, 0, ...stretch);
    if (left + lengthOf(problem, to, tried) > before - ENOUGH) continue;
    if (timesOf(problem, to, tried) === undefined) continue;
    if (from !== to && timesOf(problem, from, rest) === undefined) continue;
    orders[from] = rest;
    orders[to] = tried;
    return true;
  }
  return false;
}
