import { describe, expect, it } from 'vitest';
import { join } from '#features/planning/rules/redraw/join.ts';
import type { LngLat, MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, GridId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { checkPlan } from '../plan/check-plan.ts';
import { draftByHand, giveHomes, gridsBeside, openByHand, planOfHand } from './by-hand.ts';

function box(west: number, south: number, side: number): MultiPolygon {
  const ring: LngLat[] = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

const grid = (name: string, geometry: MultiPolygon, area = 'lane') => ({
  gridId: name as GridId,
  version: 3,
  name,
  areaId: area as AreaId,
  geometry,
});

const TODAY = [
  grid('west', box(113, 34, 1)),
  grid('east', box(114, 34, 1)),
  grid('other', box(115, 34, 1), 'field'),
];
const home = (lng: number, lat: number, weight: number) => ({
  place: [lng, lat] as const,
  weight,
  label: '',
});
const POINTS = [
  home(113.2, 34.5, 10),
  home(113.8, 34.4, 20),
  home(114.5, 34.5, 30),
  home(112.9, 34.5, 5),
];
const GROUND = { today: TODAY, points: POINTS };

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('grids redrawn by hand', () => {
  it('are those of today before anything is done, and a home outside goes with the nearest', () => {
    const draft = draftByHand(GROUND, value(openByHand(GROUND)));
    expect([...draft.from]).toEqual([0, 0, 1, -1]);
    expect([...draft.to]).toEqual([0, 0, 1, 0]);
    expect(draft.counted.plan.moved).toBe(0);
  });

  it('may take homes of a neighbour in the same community, and the plan holds together', () => {
    const fabric = value(openByHand(GROUND));
    expect(gridsBeside(fabric, 1)).toEqual([0]);
    const draft = draftByHand(GROUND, fabric);
    const given = value(giveHomes(GROUND, fabric, draft, new Set([1]), [0, 1]));
    const after = draftByHand(GROUND, given);
    expect([...after.to]).toEqual([0, 1, 1, 0]);
    expect(after.counted.grids.map(({ after: homes }) => homes)).toEqual([15, 50, 0]);
    const points = POINTS.map((point, at) => ({
      ...point,
      from: after.from[at] as number,
      to: after.to[at] as number,
      pinned: false,
    }));
    expect(checkPlan(after.grids, points, TODAY)).toEqual({ ok: true, value: true });
  });

  it('split by homes into a new grid of the same community', () => {
    const fabric = value(openByHand(GROUND));
    const draft = draftByHand(GROUND, fabric);
    const split = value(giveHomes(GROUND, fabric, draft, new Set([1]), [0, 3]));
    const { grids, to } = draftByHand(GROUND, split);
    expect(grids[3]).toMatchObject({ gridId: null, version: null, areaId: 'lane' });
    expect([...to]).toEqual([0, 3, 1, 0]);
  });

  it('end where they were merged away', () => {
    const fabric = value(join(value(openByHand(GROUND)), 1, 0));
    const { grids, counted } = draftByHand(GROUND, fabric);
    expect(grids.map(({ geometry }) => geometry === null)).toEqual([true, false, false]);
    expect(counted.plan).toMatchObject({ moved: 30, gridsBefore: 3, gridsAfter: 2 });
  });

  it('never begin where they were new and merged away again', () => {
    const fabric = value(openByHand(GROUND));
    const draft = draftByHand(GROUND, fabric);
    const once = value(giveHomes(GROUND, fabric, draft, new Set([1]), [0, 3]));
    const twice = value(giveHomes(GROUND, once, draftByHand(GROUND, once), new Set([0]), [0, 4]));
    const drawn = draftByHand(GROUND, value(join(twice, 4, 3)));
    const { grids, to, numbers } = planOfHand(drawn);
    expect(numbers).toEqual([0, 1, 2, 4]);
    expect(grids.map(({ gridId }) => gridId)).toEqual(['west', 'east', 'other', null]);
    expect([...to]).toEqual([3, 3, 1, 3]);
  });
});
