/**
 * A division in the making: the grid of every place, with the sums that moves
 * change. All moves go through `move`, so that sums and lists stay true.
 */
import type { Patch } from './patch.ts';

export interface Draft {
  readonly patch: Patch;
  readonly grids: number;
  readonly label: Int32Array;
  readonly load: Float64Array;
  /** Number of places in each grid. */
  readonly size: Int32Array;
  /**
   * What a place counts for a grid's centre: its weight, or next to nothing
   * where nobody lives, so that an empty grid still has a centre.
   */
  readonly pull: Float64Array;
  readonly mass: Float64Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  /** Members of a grid as a list: first, and the one after and before each. */
  readonly head: Int32Array;
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** Marks of searches: a place is marked where it holds the present count. */
  readonly mark: Int32Array;
  readonly queue: Int32Array;
  marks: number;
}

export function draftOf(patch: Patch, grids: number, label: Int32Array): Draft {
  const { count } = patch;
  const draft: Draft = {
    patch,
    grids,
    label,
    load: new Float64Array(grids),
    size: new Int32Array(grids),
    pull: pullOf(patch),
    mass: new Float64Array(grids),
    sumX: new Float64Array(grids),
    sumY: new Float64Array(grids),
    head: new Int32Array(grids).fill(-1),
    after: new Int32Array(count),
    before: new Int32Array(count),
    mark: new Int32Array(count),
    queue: new Int32Array(count),
    marks: 0,
  };
  for (let place = count - 1; place >= 0; place -= 1) add(draft, place, label[place] as number);
  return draft;
}

/** Weight for centres; see `Draft.pull`. */
export function pullOf({ weight, count }: Patch): Float64Array {
  let total = 0;
  for (let at = 0; at < count; at += 1) total += weight[at] as number;
  const little = total > 0 ? (total / count) * 1e-6 : 1;
  return weight.map((one) => Math.max(one, little));
}

function add(draft: Draft, place: number, grid: number): void {
  const { patch, load, size, mass, sumX, sumY, head, after, before } = draft;
  const pull = draft.pull[place] as number;
  draft.label[place] = grid;
  load[grid] = (load[grid] as number) + (patch.weight[place] as number);
  size[grid] = (size[grid] as number) + 1;
  mass[grid] = (mass[grid] as number) + pull;
  sumX[grid] = (sumX[grid] as number) + pull * (patch.x[place] as number);
  sumY[grid] = (sumY[grid] as number) + pull * (patch.y[place] as number);
  const next = head[grid] as number;
  after[place] = next;
  before[place] = -1;
  if (next >= 0) before[next] = place;
  head[grid] = place;
}

function remove(draft: Draft, place: number, grid: number): void {
  const { patch, load, size, mass, sumX, sumY, head, after, before } = draft;
  const pull = draft.pull[place] as number;
  load[grid] = (load[grid] as number) - (patch.weight[place] as number);
  size[grid] = (size[grid] as number) - 1;
  mass[grid] = (mass[grid] as number) - pull;
  sumX[grid] = (sumX[grid] as number) - pull * (patch.x[place] as number);
  sumY[grid] = (sumY[grid] as number) - pull * (patch.y[place] as number);
  const [next, last] = [after[place] as number, before[place] as number];
  if (next >= 0) before[next] = last;
  if (last >= 0) after[last] = next;
  else head[grid] = next;
}

export function move(draft: Draft, place: number, to: number): void {
  remove(draft, place, draft.label[place] as number);
  add(draft, place, to);
}

/** Sums gather rounding over many moves; this makes them anew. */
export function recount(draft: Draft): void {
  for (const sums of [draft.load, draft.mass, draft.sumX, draft.sumY]) sums.fill(0);
  draft.size.fill(0);
  draft.head.fill(-1);
  for (let place = draft.patch.count - 1; place >= 0; place -= 1)
    add(draft, place, draft.label[place] as number);
}

/** Square of the distance from a place to a grid's centre, in m². */
export function squareTo(draft: Draft, place: number, grid: number): number {
  const mass = draft.mass[grid] as number;
  const dx = (draft.patch.x[place] as number) - (draft.sumX[grid] as number) / mass;
  const dy = (draft.patch.y[place] as number) - (draft.sumY[grid] as number) / mass;
  return dx * dx + dy * dy;
}

/** Largest grid that is searched whole for a way round. */
const LONGEST_SEARCH = 4000;

/**
 * True where the rest of its grid stays connected without the place. Where a
 * way round is longer than is looked for, the place is held to be needed.
 */
export function isSpare(draft: Draft, place: number): boolean {
  const { size, label, mark, queue } = draft;
  if ((size[label[place] as number] as number) < 2) return false;
  draft.marks += 2;
  const wanted = draft.marks - 1;
  const around = markAround(draft, place, wanted);
  if (around < 2) return true;
  mark[queue[0] as number] = wanted + 1;
  mark[place] = wanted + 1;
  return allReached(draft, wanted, around - 1);
}

/** Marks the neighbours in the same grid, puts the last one first in the queue, and counts them. */
function markAround({ patch, label, mark, queue }: Draft, place: number, wanted: number): number {
  const { first, to } = patch;
  const grid = label[place] as number;
  const end = first[place + 1] as number;
  let around = 0;
  for (let edge = first[place] as number; edge < end; edge += 1) {
    const next = to[edge] as number;
    if (label[next] !== grid || mark[next] === wanted) continue;
    mark[next] = wanted;
    queue[0] = next;
    around += 1;
  }
  return around;
}

/** Looks outward from the queue's first until as many of the wanted are met. */
function allReached({ patch, label, mark, queue }: Draft, wanted: number, count: number): boolean {
  const { first, to } = patch;
  const grid = label[queue[0] as number] as number;
  const seen = wanted + 1;
  let [head, tail, missing] = [0, 1, count];
  while (head < tail && tail < LONGEST_SEARCH) {
    const at = queue[head] as number;
    head += 1;
    const end = first[at + 1] as number;
    for (let edge = first[at] as number; edge < end; edge += 1) {
      const next = to[edge] as number;
      if (label[next] !== grid || mark[next] === seen) continue;
      if (mark[next] === wanted) missing -= 1;
      mark[next] = seen;
      queue[tail] = next;
      tail += 1;
    }
    if (missing === 0) return true;
  }
  return false;
}
