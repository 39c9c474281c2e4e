/**
 * Two neighbouring grids at a time share their places anew: ordered by how much
 * nearer they are to one centre than to the other, as many go to each as bounds
 * allow. Every step brings households nearer to their centres and keeps loads
 * within bounds, so the rounds cannot run away; where they end, grids are cells
 * of a power diagram. (Balzer, Schlömer, Deussen 2009: capacity-constrained
 * point distributions, for whole groups instead of single swaps.)
 */
import type { Stepwise } from '../steps.ts';
import { type Draft, move } from './draft.ts';
import { CORNERS } from './frame.ts';
import type { Bounds } from './problem.ts';
import { delaunayPairs, type Pairs } from './triangulation.ts';

export interface Rounds {
  readonly rounds: number;
  /** Rounds end when fewer than this part of the places changed grid. */
  readonly enough: number;
}

/** What of a pair is looked at, reused from pair to pair. */
interface Table {
  readonly place: Int32Array;
  /** Squared distance to the first centre less that to the second, in m². */
  readonly key: Float64Array;
}

/** Contiguity is not looked at here: `connected` comes after. */
export function* exchange(draft: Draft, bounds: Bounds, rounds: Rounds): Stepwise<void> {
  const { count } = draft.patch;
  const table = { place: new Int32Array(count), key: new Float64Array(count) };
  let active = new Uint8Array(draft.grids).fill(1);
  for (let round = 0; round < rounds.rounds; round += 1) {
    const { from, to } = neighbouringGrids(draft);
    const next = new Uint8Array(draft.grids);
    let moved = 0;
    for (let pair = 0; pair < from.length; pair += 1) {
      const [one, other] = [from[pair] as number, to[pair] as number];
      if (active[one] === 0 && active[other] === 0 && next[one] === 0 && next[other] === 0)
        continue;
      const changed = share(draft, bounds, table, one, other);
      if (changed === 0) continue;
      moved += changed;
      next[one] = 1;
      next[other] = 1;
    }
    active = next;
    if (moved <= rounds.enough * count) return;
    if ((yield { doing: 'balance', part: (round + 1) / rounds.rounds }) === 'stop') return;
  }
}

/** Pairs by triangulation of the centres. */
export function neighbouringGrids({ mass, sumX, sumY }: Draft): Pairs {
  // Centres that fell on one spot are told apart by less than anybody can measure.
  const x = sumX.map((sum, grid) => sum / (mass[grid] as number) + grid * 1e-7);
  const y = sumY.map((sum, grid) => sum / (mass[grid] as number));
  return delaunayPairs(x, y, CORNERS);
}

/** @returns how many places changed grid */
function share(draft: Draft, bounds: Bounds, table: Table, one: number, other: number): number {
  const first = gather(draft, table, 0, one, { one, other });
  const count = gather(draft, table, first, other, { one, other });
  if (isSettled(table, first, count)) return 0;
  const both = (draft.load[one] as number) + (draft.load[other] as number);
  const wanted = loadOfFirst(draft, table, count, { one, other, both }, bounds);
  const cut = selected(draft, table, count, wanted);
  let moved = 0;
  for (let at = 0; at < count; at += 1) {
    const place = table.place[at] as number;
    const grid = at < cut ? one : other;
    if (draft.label[place] === grid) continue;
    move(draft, place, grid);
    moved += 1;
  }
  return moved;
}

interface Pair {
  readonly one: number;
  readonly other: number;
}

/** Adds the free places of a grid to the table. */
function gather(draft: Draft, table: Table, start: number, grid: number, { one, other }: Pair) {
  const { mass, sumX, sumY, head, after, patch } = draft;
  const ax = (sumX[one] as number) / (mass[one] as number);
  const ay = (sumY[one] as number) / (mass[one] as number);
  const bx = (sumX[other] as number) / (mass[other] as number);
  const by = (sumY[other] as number) / (mass[other] as number);
  const { x, y, pinned } = patch;
  const { place, key } = table;
  let fill = start;
  for (let at = head[grid] as number; at >= 0; at = after[at] as number) {
    if ((pinned[at] as number) >= 0) continue;
    const px = x[at] as number;
    const py = y[at] as number;
    place[fill] = at;
    key[fill] = (px - ax) ** 2 + (py - ay) ** 2 - (px - bx) ** 2 - (py - by) ** 2;
    fill += 1;
  }
  return fill;
}

/** True where each place is with the nearer centre already. */
function isSettled({ key }: Table, first: number, count: number): boolean {
  for (let at = 0; at < first; at += 1) if ((key[at] as number) > 0) return false;
  for (let at = first; at < count; at += 1) if ((key[at] as number) < 0) return false;
  return true;
}

/** What the free places of the first grid should weigh: by nearness, as far as bounds let. */
function loadOfFirst(
  draft: Draft,
  table: Table,
  count: number,
  { one, both }: Pair & { readonly both: number },
  { least, most }: Bounds,
): number {
  const { weight } = draft.patch;
  let [near, own] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const place = table.place[at] as number;
    if ((table.key[at] as number) < 0) near += weight[place] as number;
    if (draft.label[place] === one) own += weight[place] as number;
  }
  const held = (draft.load[one] as number) - own;
  const low = Math.max(least, both - most);
  const high = Math.min(most, both - least);
  const wanted = low <= high ? Math.min(Math.max(near + held, low), high) : both / 2;
  return wanted - held;
}

/**
 * Quickselect by weight: orders the table so that its first entries have the
 * lowest keys and weigh `wanted`, to the nearest place. How many they are.
 */
function selected(draft: Draft, { place, key }: Table, count: number, wanted: number): number {
  const { weight } = draft.patch;
  let [from, to, before] = [0, count, 0];
  while (to - from > 1) {
    const low = parted(place, key, from, to);
    if (low >= to || low <= from) break;
    let below = 0;
    for (let at = from; at < low; at += 1) below += weight[place[at] as number] as number;
    if (before + below > wanted) to = low;
    else {
      before += below;
      from = low;
    }
  }
  let [cut, sum] = [from, before];
  for (; cut < to; cut += 1) {
    const next = weight[place[cut] as number] as number;
    if (sum + next / 2 > wanted) break;
    sum += next;
  }
  return cut;
}

/** Hoare's partition around a middle key; where its right side begins. */
function parted(place: Int32Array, key: Float64Array, from: number, to: number): number {
  const pivot = middle(key[from] as number, key[(from + to) >> 1] as number, key[to - 1] as number);
  let [low, high] = [from, to - 1];
  while (low <= high) {
    while ((key[low] as number) < pivot) low += 1;
    while ((key[high] as number) > pivot) high -= 1;
    if (low > high) break;
    const [heldKey, heldPlace] = [key[low] as number, place[low] as number];
    key[low] = key[high] as number;
    place[low] = place[high] as number;
    key[high] = heldKey;
    place[high] = heldPlace;
    low += 1;
    high -= 1;
  }
  return low;
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
