/** Single places and pairs change grid where that brings households nearer to their centre. */

import type { Stepwise } from '../steps.ts';
import { type Draft, isSpare, move, recount } from './draft.ts';
import { type Bounds, excess } from './problem.ts';
import { type Prices, touches } from './push.ts';

/** Passes end when one brings less than this part of the first. */
const ENOUGH = 0.02;

/** Keeps bounds, connection and pins. @param passes most passes over all places */
export function* polish(
  draft: Draft,
  bounds: Bounds,
  prices: Prices,
  passes: number,
): Stepwise<void> {
  let first = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    let gained = 0;
    for (let place = 0; place < draft.patch.count; place += 1)
      gained += improve(draft, bounds, prices, place);
    recount(draft);
    if (pass === 0) first = gained;
    if (gained <= first * ENOUGH) return;
    if ((yield { doing: 'polish', part: (pass + 1) / passes }) === 'stop') return;
  }
}

/** What one place gains by its best move, in pull × m²; 0 where it stays. */
function improve(draft: Draft, bounds: Bounds, prices: Prices, place: number): number {
  const { patch, label } = draft;
  const grid = label[place] as number;
  let target = -1;
  let best = 0;
  const end = patch.first[place + 1] as number;
  for (let edge = patch.first[place] as number; edge < end; edge += 1) {
    const other = label[patch.to[edge] as number] as number;
    if (other === grid || other === target) continue;
    const gain = gainOf(draft, prices, place, other);
    if (gain > best) [best, target] = [gain, other];
  }
  if (target < 0 || (patch.pinned[place] as number) >= 0) return 0;
  if (best <= 1e-9 * (draft.pull[place] as number)) return 0;
  if (!isSpare(draft, place)) return 0;
  if (fits(draft, bounds, place, target)) {
    move(draft, place, target);
    return best;
  }
  return swap(draft, bounds, prices, place, target);
}

/** True where no load gets further outside its bounds. */
function fits({ load, label, patch }: Draft, bounds: Bounds, place: number, to: number): boolean {
  const weight = patch.weight[place] as number;
  const [give, take] = [load[label[place] as number] as number, load[to] as number];
  return (
    excess(give - weight, bounds) <= excess(give, bounds) &&
    excess(take + weight, bounds) <= excess(take, bounds)
  );
}

/**
 * Exact change of Σ pull × squared distance to the centres, which move with it,
 * less the price of leaving the grid of today, and with that of neighbours apart.
 */
function gainOf(draft: Draft, { stay, home, border }: Prices, place: number, to: number): number {
  const { label, mass, sumX, sumY, patch, pull } = draft;
  const from = label[place] as number;
  const own = pull[place] as number;
  const [give, take] = [mass[from] as number, mass[to] as number];
  if (give <= own) return 0;
  const x = patch.x[place] as number;
  const y = patch.y[place] as number;
  const fromX = x - (sumX[from] as number) / give;
  const fromY = y - (sumY[from] as number) / give;
  const toX = x - (sumX[to] as number) / take;
  const toY = y - (sumY[to] as number) / take;
  let gain =
    (own * give * (fromX * fromX + fromY * fromY)) / (give - own) -
    (own * take * (toX * toX + toY * toY)) / (take + own);
  if (stay > 0) {
    if (home[place] === from) gain -= own * stay;
    else if (home[place] === to) gain += own * stay;
  }
  return gain + border * lessBorder(draft, place, to);
}

/** By how much border between grids there is less after a place moved; by pairs where nobody knows lengths. */
function lessBorder({ patch, label }: Draft, place: number, to: number): number {
  const { border } = patch;
  const from = label[place] as number;
  const end = patch.first[place + 1] as number;
  let less = 0;
  for (let edge = patch.first[place] as number; edge < end; edge += 1) {
    const other = label[patch.to[edge] as number] as number;
    const length = border === undefined ? 1 : (border[edge] as number);
    if (other === to) less += length;
    else if (other === from) less -= length;
  }
  return less;
}

/** Where bounds hold a place back, another goes the other way. */
function swap(draft: Draft, bounds: Bounds, prices: Prices, place: number, to: number): number {
  const { patch, label } = draft;
  const from = label[place] as number;
  const gain = gainOf(draft, prices, place, to);
  move(draft, place, to);
  let best = -gain + 1e-9;
  let partner = -1;
  const end = patch.first[place + 1] as number;
  for (let edge = patch.first[place] as number; edge < end; edge += 1) {
    const near = patch.to[edge] as number;
    if (label[near] !== to || (patch.pinned[near] as number) >= 0) continue;
    if (!touches(draft, near, from) || !exchanges(draft, bounds, { gone: place, back: near, from }))
      continue;
    const back = gainOf(draft, prices, near, from);
    if (back > best && isSpare(draft, near)) [best, partner] = [back, near];
  }
  if (partner >= 0) {
    move(draft, partner, from);
    return gain + best;
  }
  move(draft, place, from);
  return 0;
}

/** Whether loads after both moves are no worse than before; the first move is made already. */
function exchanges(draft: Draft, bounds: Bounds, { gone, back, from }: Exchange): boolean {
  const { load, label, patch } = draft;
  const weight = patch.weight[gone] as number;
  const other = patch.weight[back] as number;
  const [give, take] = [load[from] as number, load[label[gone] as number] as number];
  return (
    excess(take - other, bounds) <= excess(take - weight, bounds) &&
    excess(give + other, bounds) <= excess(give + weight, bounds)
  );
}

interface Exchange {
  readonly gone: number;
  readonly back: number;
  /** Grid that `gone` left. */
  readonly from: number;
}
