/**
 * Rounds of a balanced power diagram: each place goes to the centre that is nearest by
 * squared distance less the grid's allowance, allowances follow the loads, centres follow
 * their places. Loads come near their bounds, not within: `exchange` does that. Of all ways
 * tried these rounds find the best places for the centres (ADR 0020).
 */
import type { Stepwise } from '../steps.ts';
import { type Draft, move, recount, squareTo } from './draft.ts';
import { neighbouringGrids } from './exchange.ts';
import { type Graph, graphOf } from './patch.ts';
import type { Bounds } from './problem.ts';

const ROUNDS = 60;
/** Changes of the allowances between two moves of the centres. */
const TURNS = 3;
/** Part of a grid's mean squared distance that its allowance changes by for a load twice the middle. */
const GAIN = 0.3;
/** A load further off than by this share counts as this much: allowances never leap. */
const MOST = 0.5;
/** Loads this far within their bounds, as a part of the way from the middle, are left alone. */
const CALM = 0.6;

export function* settle(draft: Draft, bounds: Bounds): Stepwise<void> {
  const allowance = new Float64Array(draft.grids);
  for (let round = 0; round < ROUNDS; round += 1) {
    const beside = graphOf(draft.grids, neighbouringGrids(draft));
    const [x, y] = [centresOf(draft, draft.sumX), centresOf(draft, draft.sumY)];
    const square = squaresOf(draft);
    for (let turn = 0; turn < TURNS; turn += 1) {
      choose(draft, { beside, x, y, allowance });
      follow(draft, bounds, square, allowance);
    }
    recount(draft);
    if ((yield { doing: 'balance', part: (round + 1) / ROUNDS }) === 'stop') return;
  }
}

function centresOf({ mass }: Draft, sums: Float64Array): Float64Array {
  return sums.map((sum, grid) => sum / (mass[grid] as number));
}

/** Mean squared distance to each grid's centre, m². */
function squaresOf(draft: Draft): Float64Array {
  const square = new Float64Array(draft.grids);
  for (let place = 0; place < draft.patch.count; place += 1) {
    const grid = draft.label[place] as number;
    square[grid] =
      (square[grid] as number) + (draft.pull[place] as number) * squareTo(draft, place, grid);
  }
  return square.map((sum, grid) => sum / (draft.mass[grid] as number));
}

interface Diagram {
  readonly beside: Graph;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly allowance: Float64Array;
}

/** Each free place among its own and the neighbouring centres. */
function choose(draft: Draft, { beside, x, y, allowance }: Diagram): void {
  const { patch, label, size } = draft;
  const apart = (place: number, grid: number): number => {
    const dx = (patch.x[place] as number) - (x[grid] as number);
    const dy = (patch.y[place] as number) - (y[grid] as number);
    return dx * dx + dy * dy - (allowance[grid] as number);
  };
  for (let place = 0; place < patch.count; place += 1) {
    if ((patch.pinned[place] as number) >= 0) continue;
    const own = label[place] as number;
    let [best, least] = [own, apart(place, own)];
    const end = beside.first[own + 1] as number;
    for (let edge = beside.first[own] as number; edge < end; edge += 1) {
      const other = beside.to[edge] as number;
      const far = apart(place, other);
      if (far < least) [best, least] = [other, far];
    }
    if (best !== own && (size[own] as number) > 1) move(draft, place, best);
  }
}

/** Less allowance where there is too much, more where too little. */
function follow(
  draft: Draft,
  { least, most }: Bounds,
  square: Float64Array,
  allowance: Float64Array,
): void {
  const middle = (least + most) / 2;
  const calm = (CALM * (most - least)) / 2;
  for (let grid = 0; grid < draft.grids; grid += 1) {
    const over = (draft.load[grid] as number) - middle;
    if (Math.abs(over) <= calm) continue;
    const share = Math.min(MOST, Math.max(-MOST, over / middle));
    allowance[grid] = (allowance[grid] as number) - GAIN * share * (square[grid] as number);
  }
}
