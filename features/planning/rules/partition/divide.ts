/** One connected piece of land into its number of grids. */
import type { Stepwise } from '../steps.ts';
import type { Share } from './bounds.ts';
import { connected } from './connect.ts';
import { type Draft, squareTo } from './draft.ts';
import type { Patch } from './patch.ts';
import { tiedPins } from './pins.ts';
import { polish } from './polish.ts';
import { type Prices, push } from './push.ts';
import { fillIn, fromNothing, fromToday } from './start.ts';

export interface Division {
  readonly label: Int32Array;
  readonly grids: number;
  /** Grid of today that each grid continues, in the numbers of the problem; -1 for a new one. */
  readonly name: Int32Array;
}

export interface Manner {
  readonly random: () => number;
  /** Metres; see `PartitionProblem.stay`. */
  readonly stay: number | undefined;
  /** True where grids of today are to be kept as far as they can. */
  readonly warm: boolean;
}

const PASSES = 8;
const PASSES_OF_TODAY = 2;
/**
 * Part of the mean squared distance that one pair of neighbours torn apart counts:
 * too little to move people further, enough to say where empty land goes.
 */
const BORDER = 0.05;
/**
 * The same for a pair whose border is as long as others', where lengths are known: short outlines
 * are asked for then. Measured on census blocks: distance grows by a thousandth.
 */
const BORDER_BY_LENGTH = 1;

export function* divide(patch: Patch, share: Share, manner: Manner): Stepwise<Division> {
  const names = manner.warm ? namesIn([patch.previous, patch.pinned]) : namesIn([patch.pinned]);
  // Grids that have pins are there, whatever number was asked for.
  const grids = Math.min(patch.count, Math.max(share.grids, namesIn([patch.pinned]).length));
  const begun = manner.warm
    ? beginToday(patch, names, grids)
    : yield* beginAnew(patch, names, grids, share, manner);
  const { pinned, label, home } = begun;
  const held = { ...patch, pinned: tiedPins({ ...patch, pinned }, label) };
  for (let at = 0; at < patch.count; at += 1)
    if ((held.pinned[at] as number) >= 0) label[at] = held.pinned[at] as number;
  const draft = connected(held, grids, label);
  const square = meanSquare(draft);
  const apart = patch.border === undefined ? BORDER : BORDER_BY_LENGTH;
  const prices: Prices = {
    stay: manner.warm ? (manner.stay ?? Math.sqrt(square)) ** 2 : 0,
    home,
    // What is somebody's today is left where it is.
    border: manner.warm ? 0 : apart * square * (pullIn(draft) / patch.count),
  };
  yield* push(draft, share.worked, prices);
  yield* polish(draft, share.worked, prices, manner.warm ? PASSES_OF_TODAY : PASSES);
  yield* push(draft, share.worked, prices);
  return { label: draft.label, grids, name: begun.name };
}

interface Begun {
  readonly label: Int32Array;
  /** Pins in this patch's numbers. */
  readonly pinned: Int32Array;
  readonly home: Int32Array;
  readonly name: Int32Array;
}

/** Numbers of the problem that occur, in order. */
function namesIn(columns: readonly Int32Array[]): readonly number[] {
  const names = new Set<number>();
  for (const column of columns) for (const name of column) if (name >= 0) names.add(name);
  return [...names].sort((a, b) => a - b);
}

function beginToday(patch: Patch, names: readonly number[], grids: number): Begun {
  const own = new Map(names.map((name, at) => [name, at]));
  const home = patch.previous.map((name) => own.get(name) ?? -1);
  const wanted = patch.pinned.map((name) => own.get(name) ?? -1);
  const start = home.map((grid, at) =>
    (wanted[at] as number) >= 0 ? (wanted[at] as number) : grid,
  );
  const { label, dissolved } = fromToday({ ...patch, pinned: wanted }, start, names.length, grids);
  // What is left of the old numbers closes up.
  const kept = names.map((_, at) => at).filter((at) => !dissolved.has(at));
  const moved = new Map(kept.map((at, to) => [at, to]));
  const shift = (column: Int32Array): Int32Array =>
    names.length > grids ? column.map((grid) => moved.get(grid) ?? -1) : column;
  const name = new Int32Array(grids).fill(-1);
  for (const [to, at] of kept.entries()) name[to] = names[at] as number;
  return { label: shift(label), pinned: shift(wanted), home: shift(home), name };
}

function* beginAnew(
  patch: Patch,
  names: readonly number[],
  grids: number,
  share: Share,
  { random }: Manner,
): Stepwise<Begun> {
  const label = yield* fromNothing(patch, grids, share.worked, random);
  const name = new Int32Array(grids).fill(-1);
  const own = matched(patch, names, grids, label);
  for (const [named, grid] of own) name[grid] = named;
  const pinned = patch.pinned.map((named) => own.get(named) ?? -1);
  fillIn(patch, label);
  return { label, pinned, home: new Int32Array(patch.count).fill(-1), name };
}

/** Each pinned name gets the grid most of its pins lie in; one grid, one name. */
function matched(
  patch: Patch,
  names: readonly number[],
  grids: number,
  label: Int32Array,
): ReadonlyMap<number, number> {
  const votes = new Map<string, { name: number; grid: number; weight: number }>();
  for (let at = 0; at < patch.count; at += 1) {
    const name = patch.pinned[at] as number;
    if (name < 0) continue;
    const grid = label[at] as number;
    const vote = votes.get(`${name} ${grid}`) ?? { name, grid, weight: 0 };
    votes.set(`${name} ${grid}`, { ...vote, weight: vote.weight + (patch.weight[at] as number) });
  }
  const own = new Map<number, number>();
  const taken = new Set<number>();
  const order = [...votes.values()].sort((a, b) => b.weight - a.weight || a.name - b.name);
  for (const { name, grid } of order) {
    if (own.has(name) || taken.has(grid)) continue;
    own.set(name, grid);
    taken.add(grid);
  }
  let free = 0;
  for (const name of names) {
    if (own.has(name)) continue;
    while (taken.has(free)) free += 1;
    if (free >= grids) break;
    own.set(name, free);
    taken.add(free);
  }
  return own;
}

/** Mean squared distance to a grid's centre, m². */
function meanSquare(draft: Draft): number {
  let sum = 0;
  for (let at = 0; at < draft.patch.count; at += 1)
    sum += (draft.pull[at] as number) * squareTo(draft, at, draft.label[at] as number);
  return sum / pullIn(draft);
}

const pullIn = ({ mass }: Draft): number => mass.reduce((sum, one) => sum + one, 0);
