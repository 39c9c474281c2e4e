/** Where the search begins: from nothing, or from the grids of today. */
import type { Stepwise } from '../steps.ts';
import { bisected, type Cloud } from './bisect.ts';
import { coarsened, spreadOut } from './coarsen.ts';
import { type Draft, draftOf, pullOf } from './draft.ts';
import { exchange } from './exchange.ts';
import type { Patch } from './patch.ts';
import type { Bounds } from './problem.ts';
import { settle } from './settle.ts';

/** Points in the coarse rounds: at least this many, and at least this many a grid. */
const COARSE = 40_000;
const COARSE_A_GRID = 60;
const ROUNDS = { rounds: 100, enough: 0.0004 };
const FINE_ROUNDS = { rounds: 20, enough: 0.001 };

/** Even, compact grids that know nothing of neighbours yet. */
export function* fromNothing(
  patch: Patch,
  grids: number,
  bounds: Bounds,
  random: () => number,
): Stepwise<Int32Array> {
  const cloud = cloudOf(patch);
  if (grids === 1) return new Int32Array(patch.count);
  const turn = (random() - 0.5) * 0.2;
  const wanted = Math.max(COARSE, grids * COARSE_A_GRID);
  const group = Math.floor(patch.count / wanted);
  if (group < 2) {
    const draft = draftOf(patch, grids, bisected(cloud, grids, turn));
    yield* tightening(draft, bounds);
    return draft.label;
  }
  const coarse = coarsened(cloud, group);
  const rough = draftOf(asPatch(coarse), grids, bisected(coarse, grids, turn));
  yield* tightening(rough, bounds);
  const draft = draftOf(patch, grids, spreadOut(rough.label, group, patch.count));
  yield* exchange(draft, bounds, FINE_ROUNDS);
  return draft.label;
}

/** Good places for the centres first, then loads within their bounds. */
function* tightening(draft: Draft, bounds: Bounds): Stepwise<void> {
  yield* settle(draft, bounds);
  yield* exchange(draft, bounds, ROUNDS);
}

/** Points without neighbours, for rounds that need none. */
function asPatch(cloud: Cloud): Patch {
  const none = new Int32Array(cloud.count).fill(-1);
  const order = Int32Array.from(none.keys());
  const graph = { first: new Int32Array(cloud.count + 1), to: new Int32Array(0) };
  return { ...cloud, ...graph, previous: none, pinned: none, place: order };
}

function cloudOf(patch: Patch): Cloud {
  const { count, x, y, weight } = patch;
  return { count, x, y, weight, pull: pullOf(patch) };
}

/**
 * Grids of today, brought to the number that is wanted: the lightest dissolve
 * into their neighbours, the heaviest are halved.
 * @param home grid of today, 0 up to `today` − 1, -1 for places without one
 */
export function fromToday(
  patch: Patch,
  home: Int32Array,
  today: number,
  grids: number,
): { readonly label: Int32Array; readonly dissolved: ReadonlySet<number> } {
  const label = home.slice();
  const load = loadsOf(patch, label, Math.max(today, grids));
  const dissolved = lightest(patch, load, today, today - grids);
  for (let at = 0; at < patch.count; at += 1)
    if (dissolved.has(label[at] as number)) label[at] = -1;
  fillIn(patch, label);
  for (let grid = today; grid < grids; grid += 1) halve(patch, label, load, grid);
  return { label, dissolved };
}

function loadsOf(patch: Patch, label: Int32Array, grids: number): Float64Array {
  const load = new Float64Array(grids);
  for (let at = 0; at < patch.count; at += 1) {
    const grid = label[at] as number;
    if (grid >= 0) load[grid] = (load[grid] as number) + (patch.weight[at] as number);
  }
  return load;
}

/** Grids with pins are dissolved last. */
function lightest(patch: Patch, load: Float64Array, today: number, count: number): Set<number> {
  const pinned = new Set(patch.pinned);
  const order = Array.from({ length: today }, (_, grid) => grid).sort(
    (a, b) =>
      Number(pinned.has(a)) - Number(pinned.has(b)) ||
      (load[a] as number) - (load[b] as number) ||
      a - b,
  );
  return new Set(order.slice(0, Math.max(0, count)));
}

/** Places without a grid take the one that reaches them first. */
export function fillIn({ count, first, to }: Patch, label: Int32Array): void {
  const queue = new Int32Array(count);
  let tail = 0;
  for (let at = 0; at < count; at += 1) {
    if ((label[at] as number) < 0) continue;
    queue[tail] = at;
    tail += 1;
  }
  for (let head = 0; head < tail; head += 1) {
    const at = queue[head] as number;
    for (let edge = first[at] as number; edge < (first[at + 1] as number); edge += 1) {
      const next = to[edge] as number;
      if ((label[next] as number) >= 0) continue;
      label[next] = label[at] as number;
      queue[tail] = next;
      tail += 1;
    }
  }
}

function halve(patch: Patch, label: Int32Array, load: Float64Array, grid: number): void {
  let heaviest = 0;
  for (let other = 1; other < grid; other += 1)
    if ((load[other] as number) > (load[heaviest] as number)) heaviest = other;
  const members = Int32Array.from(label.keys()).filter((at) => label[at] === heaviest);
  const cloud = cloudOf(patch);
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(members, (at) => values[at] as number);
  const part: Cloud = {
    count: members.length,
    x: pick(cloud.x),
    y: pick(cloud.y),
    weight: pick(cloud.weight),
    pull: pick(cloud.pull),
  };
  if (part.count < 2) return;
  const half = bisected(part, 2, 0);
  let moved = 0;
  for (const [at, member] of members.entries()) {
    if (half[at] === 0 || (patch.pinned[member] as number) >= 0) continue;
    label[member] = grid;
    moved += patch.weight[member] as number;
  }
  load[heaviest] = (load[heaviest] as number) - moved;
  load[grid] = moved;
}
