/** Rounds made shorter: stretches turned round, and moved within a round or to another. */
import type { RoundsProblem } from './problem.ts';
import { apart, placeAt, timesOf } from './schedule.ts';

const LONGEST_STRETCH = 3;
/** Metres below which nothing is gained. */
const ENOUGH = 1e-6;

/** One pass over all rounds; each change keeps all hours and makes the rounds shorter in all. @returns whether any did */
export function improve(problem: RoundsProblem, orders: (readonly number[])[]): boolean {
  let improved = false;
  for (const walker of orders.keys()) improved = turnStretches(problem, orders, walker) || improved;
  for (const from of orders.keys())
    for (const to of orders.keys()) improved = moveStretches(problem, orders, from, to) || improved;
  return improved;
}

function turnStretches(
  problem: RoundsProblem,
  orders: (readonly number[])[],
  walker: number,
): boolean {
  let [order, improved] = [orders[walker] ?? [], false];
  const place = (at: number) => placeAt(problem, walker, order, at);
  for (let start = 0; start + 1 < order.length; start += 1) {
    for (let end = start + 2; end <= order.length; end += 1) {
      const [before, first] = [place(start - 1), place(start)];
      const [last, after] = [place(end - 1), place(end)];
      const shorter =
        apart(before, first) + apart(last, after) - apart(before, last) - apart(first, after);
      if (shorter < ENOUGH) continue;
      const turned = order.slice(start, end).reverse();
      const tried = order.toSpliced(start, end - start, ...turned);
      if (timesOf(problem, walker, tried) === undefined) continue;
      [order, improved] = [tried, true];
    }
  }
  orders[walker] = order;
  return improved;
}

function moveStretches(
  problem: RoundsProblem,
  orders: (readonly number[])[],
  from: number,
  to: number,
): boolean {
  let improved = false;
  for (let size = 1; size <= LONGEST_STRETCH; size += 1) {
    for (let start = 0; start + size <= (orders[from]?.length ?? 0); start += 1) {
      const order = orders[from] ?? [];
      const place = (at: number) => placeAt(problem, from, order, at);
      const [before, after] = [place(start - 1), place(start + size)];
      const way = apart(before, place(start)) + apart(place(start + size - 1), after);
      const rest = order.toSpliced(start, size);
      const found = shorterPlace(problem, {
        walker: to,
        order: from === to ? rest : (orders[to] ?? []),
        stretch: order.slice(start, start + size),
        saved: way - apart(before, after),
      });
      if (found === undefined) continue;
      orders[from] = rest;
      orders[to] = found;
      improved = true;
    }
  }
  return improved;
}

interface Wanted {
  readonly walker: number;
  readonly order: readonly number[];
  readonly stretch: readonly number[];
  /** Metres by which the round it leaves gets shorter. */
  readonly saved: number;
}

/** The first place, either way round, that costs less than was saved. */
function shorterPlace(
  problem: RoundsProblem,
  { walker, order, stretch, saved }: Wanted,
): readonly number[] | undefined {
  const first = placeAt(problem, walker, stretch, 0);
  const last = placeAt(problem, walker, stretch, stretch.length - 1);
  for (let at = 0; at <= order.length; at += 1) {
    const before = placeAt(problem, walker, order, at - 1);
    const after = placeAt(problem, walker, order, at);
    const gone = apart(before, after);
    for (const [head, tail, isTurned] of [
      [first, last, false],
      [last, first, true],
    ] as const) {
      if (apart(before, head) + apart(tail, after) - gone > saved - ENOUGH) continue;
      const tried = order.toSpliced(at, 0, ...(isTurned ? stretch.toReversed() : stretch));
      if (timesOf(problem, walker, tried) !== undefined) return tried;
    }
  }
  return undefined;
}
