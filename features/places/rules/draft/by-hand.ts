/** Grids redrawn by hand: from those of today to a plan like any other, proposed and heard the same way. */
import { allot } from '#features/planning/rules/redraw/allot.ts';
import {
  type Fabric,
  neighboursOf,
  shapesOfFabric,
} from '#features/planning/rules/redraw/fabric.ts';
import { weave } from '#features/planning/rules/redraw/weave.ts';
import type { AreaId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { type Counted, countPlan } from '../plan/figures.ts';
import type { PlanGrid } from '../plan/plan.ts';
import type { Ground } from './ground.ts';
import { numbersIn, withNearest } from './locate.ts';

export interface HandDraft {
  /** Grids of today in their order, then new ones. */
  readonly grids: readonly PlanGrid[];
  readonly counted: Counted;
  /** Grid of today of each point, -1 for none; and the one it is in now. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The borders of today as one fabric. No grid crosses from one community to another. Refuses as `weave`. */
export function openByHand({ today }: Pick<Ground, 'today'>): Outcome<Fabric> {
  return weave(today.map(({ geometry, areaId }) => ({ shape: geometry, part: areaId })));
}

/** What has been drawn, counted from the households; a new grid has no name yet. */
export function draftByHand(
  { today, points }: Pick<Ground, 'today' | 'points'>,
  fabric: Fabric,
): HandDraft {
  const shapes = shapesOfFabric(fabric);
  const grids = shapes.map((geometry, at): PlanGrid => {
    const known = today[at];
    return {
      gridId: known?.gridId ?? null,
      version: known?.version ?? null,
      name: known?.name ?? '',
      areaId: fabric.parts[at] as AreaId,
      geometry,
    };
  });
  const places = points.map(({ place }) => place);
  const from = numbersIn(
    places,
    today.map(({ geometry }) => geometry),
  );
  const to = withNearest(places, numbersIn(places, shapes));
  const located = points.map((point, at) => ({
    ...point,
    from: from[at] as number,
    to: to[at] as number,
    pinned: false,
  }));
  return { grids, counted: countPlan(grids, located), from, to };
}

/** The draft without new grids that were merged away again: they never begin. */
export function planOfHand(draft: HandDraft): HandDraft & {
  /** Number in the draft of each grid of the plan. */
  readonly numbers: readonly number[];
} {
  const numbers = draft.grids.flatMap(({ gridId, geometry }, at) =>
    gridId === null && geometry === null ? [] : [at],
  );
  const grids = numbers.map((at) => draft.grids[at] as PlanGrid);
  const figures = numbers.map((at) => draft.counted.grids[at] as Counted['grids'][number]);
  return {
    ...draft,
    grids,
    counted: { ...draft.counted, grids: figures },
    to: draft.to.map((at) => numbers.indexOf(at)),
    numbers,
  };
}

/** Grids that homes of one may be given to: its neighbours of the same community. */
export function gridsBeside(fabric: Fabric, grid: number): readonly number[] {
  return neighboursOf(fabric, grid).filter((one) => fabric.parts[one] === fabric.parts[grid]);
}

/**
 * Gives homes of one grid to another, or to a new one (`to` is one past the last). Refuses as `allot`.
 * @param chosen numbers of points that lie in `from` now
 */
export function giveHomes(
  { points }: Pick<Ground, 'points'>,
  fabric: Fabric,
  { to }: Pick<HandDraft, 'to'>,
  chosen: ReadonlySet<number>,
  [giver, taker]: readonly [number, number],
): Outcome<Fabric> {
  const homes = points.flatMap(({ place, weight }, at) => {
    const own = to[at];
    if (own !== giver && own !== taker) return [];
    return [{ place, weight, grid: chosen.has(at) ? taker : own }];
  });
  return allot(fabric, [giver, taker], homes);
}
