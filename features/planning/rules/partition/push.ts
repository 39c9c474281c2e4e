/**
 * Loads outside their bounds are mended by passing places along the shortest
 * way from grid to grid to where there is room: few households move, and each
 * between neighbouring grids.
 */

import type { Stepwise } from '../steps.ts';
import { type Draft, isSpare, move, squareTo } from './draft.ts';
import { type Bounds, excess, isWithin } from './problem.ts';

export interface Prices {
  /** Price in m² of a place leaving its grid of today; 0 where there is none. */
  readonly stay: number;
  /** Grid of today in this draft's numbers, -1 for none. */
  readonly home: Int32Array;
  /** Price of two neighbours being in different grids, in pull × m²; with lengths, of a border of mean length. */
  readonly border: number;
}

/** What it costs, in m², that a place goes to a grid: nearer is negative. */
function priceOf(draft: Draft, { stay, home }: Prices, place: number, to: number): number {
  const from = draft.label[place] as number;
  let price = squareTo(draft, place, to) - squareTo(draft, place, from);
  if (stay > 0) {
    if (home[place] === from) price += stay;
    else if (home[place] === to) price -= stay;
  }
  return price;
}

/** Attempts per grid before it is left as it is. */
const ATTEMPTS = 6;

/** Until all loads are within bounds, or nothing more helps. */
export function* push(draft: Draft, bounds: Bounds, prices: Prices): Stepwise<void> {
  const tries = new Int32Array(draft.grids);
  let first = 0;
  for (let turn = 0; ; turn += 1) {
    const worst = worstGrid(draft, bounds, tries);
    if (worst < 0) return;
    first = Math.max(first, excess(draft.load[worst] as number, bounds));
    if (!relieve(draft, bounds, prices, worst)) tries[worst] = (tries[worst] as number) + 1;
    if (turn % 16 !== 15) continue;
    const part = 1 - excess(draft.load[worst] as number, bounds) / first;
    if ((yield { doing: 'push', part }) === 'stop') return;
  }
}

function worstGrid({ load, grids }: Draft, bounds: Bounds, tries: Int32Array): number {
  let [worst, most] = [-1, 0];
  for (let grid = 0; grid < grids; grid += 1) {
    if ((tries[grid] as number) >= ATTEMPTS) continue;
    const over = excess(load[grid] as number, bounds) / (1 + (tries[grid] as number));
    if (over > most) [worst, most] = [grid, over];
  }
  return worst;
}

/** One chain from or to the grid; undone where it makes nothing better. */
function relieve(draft: Draft, bounds: Bounds, prices: Prices, grid: number): boolean {
  const over = (draft.load[grid] as number) > bounds.most;
  const need = excess(draft.load[grid] as number, bounds);
  for (const way of waysFrom(draft, grid, (end) => {
    const load = draft.load[end] as number;
    const room = over ? bounds.most - load : load - bounds.least;
    return room > 0 ? Math.min(1, room / need) : 0;
  })) {
    const before = outside(draft, bounds, way);
    const log: Move[] = [];
    passAlong(draft, bounds, prices, { way, over, log });
    if (outside(draft, bounds, way) < before * (1 - 1e-12)) return true;
    for (const { place, from } of log.reverse()) move(draft, place, from);
  }
  return false;
}

function outside(draft: Draft, bounds: Bounds, grids: readonly number[]): number {
  return grids.reduce((sum, grid) => sum + excess(draft.load[grid] as number, bounds), 0);
}

/** Ways tried before a grid is given up for this turn. */
const WAYS = 4;

/** Shortest ways over neighbouring grids to those with room; enough room first, nearest first. */
function waysFrom(
  draft: Draft,
  start: number,
  roomIn: (grid: number) => number,
): readonly (readonly number[])[] {
  const came = new Map<number, number>([[start, -1]]);
  const queue = [start];
  const ends: { end: number; room: number }[] = [];
  for (const grid of queue) {
    const room = grid === start ? 0 : roomIn(grid);
    if (room > 0) ends.push({ end: grid, room });
    if (ends.filter((one) => one.room === 1).length >= WAYS) break;
    for (const next of gridsBeside(draft, grid)) {
      if (came.has(next)) continue;
      came.set(next, grid);
      queue.push(next);
    }
  }
  const enough = ends.filter(({ room }) => room === 1);
  const chosen = [...enough, ...ends.filter(({ room }) => room < 1)].slice(0, WAYS);
  return chosen.map(({ end }) => {
    const way: number[] = [];
    for (let at = end; at >= 0; at = came.get(at) ?? -1) way.unshift(at);
    return way;
  });
}

function gridsBeside({ patch, label, head, after }: Draft, grid: number): ReadonlySet<number> {
  const { first, to } = patch;
  const beside = new Set<number>();
  for (let at = head[grid] as number; at >= 0; at = after[at] as number) {
    const end = first[at + 1] as number;
    for (let edge = first[at] as number; edge < end; edge += 1) {
      const other = label[to[edge] as number] as number;
      if (other !== grid) beside.add(other);
    }
  }
  return beside;
}

interface Move {
  readonly place: number;
  readonly from: number;
}

interface Chain {
  readonly way: readonly number[];
  /** True where the first grid gives, false where it takes. */
  readonly over: boolean;
  readonly log: Move[];
}

function passAlong(draft: Draft, bounds: Bounds, prices: Prices, { way, over, log }: Chain): void {
  for (let at = 0; at + 1 < way.length; at += 1) {
    const one = way[at] as number;
    const other = way[at + 1] as number;
    const need = over
      ? (draft.load[one] as number) - bounds.most
      : bounds.least - (draft.load[one] as number);
    if (isWithin(draft.load[one] as number, bounds) || need <= 0) return;
    const last = at + 2 === way.length;
    const [from, to] = over ? [one, other] : [other, one];
    hand(draft, prices, { from, to, need, limits: limitsOf(bounds, over, last), log });
  }
}

interface Hop {
  readonly from: number;
  readonly to: number;
  readonly need: number;
  /** Load below which `from` and above which `to` must not come. */
  readonly limits: Bounds;
  readonly log: Move[];
}

/** Grids in the middle of a chain may be outside bounds for a moment. */
function limitsOf(bounds: Bounds, over: boolean, last: boolean): Bounds {
  const slack = 1e-9 * bounds.most;
  return {
    least: over || last ? bounds.least - slack : 0,
    most: !over || last ? bounds.most + slack : Number.POSITIVE_INFINITY,
  };
}

/** Hands the cheapest places over the border of two grids until enough went. */
function hand(draft: Draft, prices: Prices, { from, to, need, limits, log }: Hop): void {
  const { patch, load } = draft;
  const heap: Candidate[] = [];
  const seen = new Set<number>();
  const offer = (place: number): void => {
    if (seen.has(place) || draft.label[place] !== from || (patch.pinned[place] as number) >= 0)
      return;
    seen.add(place);
    pushHeap(heap, { place, price: priceOf(draft, prices, place, to) });
  };
  for (let at = draft.head[from] as number; at >= 0; at = draft.after[at] as number)
    if (touches(draft, at, to)) offer(at);
  let left = need;
  for (let next = popHeap(heap); next !== undefined && left > 1e-9 * need; next = popHeap(heap)) {
    const weight = patch.weight[next.place] as number;
    const fits =
      (load[from] as number) - weight >= limits.least &&
      (load[to] as number) + weight <= limits.most;
    if (!fits || !isSpare(draft, next.place)) {
      // It may be spare once its neighbours went.
      seen.delete(next.place);
      continue;
    }
    move(draft, next.place, to);
    log.push({ place: next.place, from });
    left -= weight;
    const end = patch.first[next.place + 1] as number;
    for (let edge = patch.first[next.place] as number; edge < end; edge += 1)
      offer(patch.to[edge] as number);
  }
}

export function touches({ patch, label }: Draft, place: number, grid: number): boolean {
  const end = patch.first[place + 1] as number;
  for (let edge = patch.first[place] as number; edge < end; edge += 1)
    if (label[patch.to[edge] as number] === grid) return true;
  return false;
}

interface Candidate {
  readonly place: number;
  readonly price: number;
}

const cheaper = (a: Candidate, b: Candidate): boolean =>
  a.price < b.price || (a.price === b.price && a.place < b.place);

function pushHeap(heap: Candidate[], one: Candidate): void {
  heap.push(one);
  let at = heap.length - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!cheaper(one, heap[up] as Candidate)) break;
    heap[at] = heap[up] as Candidate;
    at = up;
  }
  heap[at] = one;
}

function popHeap(heap: Candidate[]): Candidate | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && cheaper(heap[down + 1] as Candidate, heap[down] as Candidate))
      down += 1;
    if (!cheaper(heap[down] as Candidate, last)) break;
    heap[at] = heap[down] as Candidate;
    at = down;
  }
  heap[at] = last;
  return top;
}
