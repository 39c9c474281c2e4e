/** Plans for grids: what may happen to them, whether they hold together, what they do. */
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, GridId, PersonId } from '#kernel/ids.ts';
import { checkPlan } from './check-plan.ts';
import { countPlan } from './figures.ts';
import {
  isHeard,
  mayBeginOn,
  mayComeIntoForce,
  mayConsult,
  openActions,
  type PlanStanding,
} from './lawful.ts';
import type { GridToday, PlanGrid, PlanPoint } from './plan.ts';
import { movesOf, unlessFew } from './public-plan.ts';

const PLANNER = 'planner' as PersonId;
const LEADER = 'leader' as PersonId;
const TODAY = '2026-11-10';

const consulted: PlanStanding = {
  state: 'consulted',
  proposedBy: PLANNER,
  consultFrom: '2026-11-01',
  consultTo: '2026-11-10',
  unanswered: 0,
};
const code = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  outcome.ok ? 'done' : outcome.refusal.code;

describe('a plan for grids', () => {
  it('is heard for a week at least and half a year at most', () => {
    const proposed = { state: 'proposed' } as const;
    const until = (to: string) => code(mayConsult(proposed, { from: TODAY, to }, TODAY));
    expect(until('2026-11-16')).toBe('plan.period');
    expect(until('2026-11-17')).toBe('done');
    expect(until('2027-11-10')).toBe('plan.period');
    expect(code(mayConsult(proposed, { from: '2026-11-01', to: '2026-12-01' }, TODAY))).toBe(
      'plan.period',
    );
    expect(code(mayConsult(consulted, { from: TODAY, to: '2026-11-20' }, TODAY))).toBe(
      'plan.state',
    );
  });

  it('takes words of residents on the days it is heard, and on no other', () => {
    expect(isHeard(consulted, '2026-10-31')).toBe(false);
    expect(isHeard(consulted, '2026-11-01')).toBe(true);
    expect(isHeard(consulted, '2026-11-09')).toBe(true);
    expect(isHeard(consulted, '2026-11-10')).toBe(false);
    expect(isHeard({ ...consulted, state: 'withdrawn' }, '2026-11-05')).toBe(false);
  });

  it('comes into force by somebody who did not propose it, after all were heard and answered', () => {
    const by = (plan: PlanStanding, who: PersonId | null, day = TODAY) =>
      code(mayComeIntoForce(plan, who, day));
    expect(by(consulted, LEADER)).toBe('done');
    expect(by(consulted, PLANNER)).toBe('plan.own');
    expect(by(consulted, null)).toBe('plan.own');
    expect(by(consulted, LEADER, '2026-11-09')).toBe('plan.consulting');
    expect(by({ ...consulted, unanswered: 1 }, LEADER)).toBe('plan.unanswered');
    expect(by({ ...consulted, state: 'proposed', consultTo: null }, LEADER)).toBe('plan.state');
    expect(by({ ...consulted, state: 'in_force' }, LEADER)).toBe('plan.state');
  });

  it('begins on no day that is over, and after the borders there are', () => {
    expect(code(mayBeginOn('2026-11-09', TODAY, null))).toBe('plan.begins');
    expect(code(mayBeginOn(TODAY, TODAY, '2026-11-09'))).toBe('done');
    expect(code(mayBeginOn(TODAY, TODAY, TODAY))).toBe('plan.begins');
  });

  it('offers each reader the steps that are open to them', () => {
    const planner = { personId: PLANNER, plans: true, decides: false };
    const leader = { personId: LEADER, plans: false, decides: true };
    expect(openActions({ ...consulted, state: 'proposed' }, planner, TODAY)).toEqual([
      'consult',
      'withdraw',
    ]);
    expect(openActions(consulted, planner, TODAY)).toEqual(['reply', 'withdraw']);
    expect(openActions(consulted, leader, TODAY)).toEqual(['bring_into_force', 'withdraw']);
    expect(openActions({ ...consulted, state: 'in_force' }, leader, TODAY)).toEqual([]);
    expect(openActions({ ...consulted, state: 'withdrawn' }, planner, TODAY)).toEqual(['reply']);
    const both = { personId: PLANNER, plans: true, decides: true };
    expect(openActions(consulted, both, TODAY)).not.toContain('bring_into_force');
  });
});

/** A strip of ground from one degree of longitude to another. */
function strip(from: number, to: number): MultiPolygon {
  const ring = [
    [from, 0],
    [to, 0],
    [to, 1],
    [from, 1],
    [from, 0],
  ] as const;
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

const area = 'area' as AreaId;
const [west, east] = ['west' as GridId, 'east' as GridId];
const today: readonly GridToday[] = [
  { gridId: west, version: 3, geometry: strip(0, 3) },
  { gridId: east, version: 1, geometry: strip(3, 4) },
];
const grids: readonly PlanGrid[] = [
  { gridId: west, version: 3, name: 'West', areaId: area, geometry: strip(0, 2) },
  { gridId: east, version: 1, name: 'East', areaId: area, geometry: strip(2, 4) },
];
const home = (lng: number, from: number, to: number, weight = 10): PlanPoint => ({
  place: [lng, 0.5],
  weight,
  label: `Home ${lng}`,
  from,
  to,
  pinned: false,
});
const points = [home(0.5, 0, 0), home(1.5, 0, 0, 20), home(2.5, 0, 1, 8), home(3.5, 1, 1)];

describe('a plan that holds together', () => {
  it('is taken', () => {
    expect(code(checkPlan(grids, points, today))).toBe('done');
  });

  it('says of no household what the borders do not say', () => {
    const wrong = (point: PlanPoint) => code(checkPlan(grids, [...points, point], today));
    expect(wrong(home(2.5, 0, 0))).toBe('plan.point_elsewhere');
    expect(wrong(home(2.5, 1, 1))).toBe('plan.point_elsewhere');
    expect(wrong(home(2.5, -1, 1))).toBe('plan.point_elsewhere');
    expect(wrong(home(2.5, 0, 7))).toBe('plan.point_elsewhere');
    expect(wrong(home(9, -1, 1))).toBe('done');
  });

  it('names each grid of today once, as it stands now', () => {
    const of = (changed: readonly PlanGrid[], now = today) => code(checkPlan(changed, points, now));
    const [first, second] = grids as [PlanGrid, PlanGrid];
    expect(of([{ ...first, version: 2 }, second])).toBe('plan.overtaken');
    expect(of([{ ...first, gridId: null }, second])).toBe('plan.overtaken');
    expect(of(grids, today.slice(1))).toBe('plan.overtaken');
    expect(of([first, { ...second, name: 'West' }])).toBe('plan.grids');
    expect(of([first, { ...second, name: ' ' }])).toBe('plan.grids');
    expect(of(grids.map((grid) => ({ ...grid, geometry: null })))).toBe('plan.grids');
  });
});

describe('what a plan does', () => {
  it('is counted from its households', () => {
    const counted = countPlan(grids, points);
    expect(
      counted.grids.map(({ before, after, movedIn, movedOut }) => [
        before,
        after,
        movedIn,
        movedOut,
      ]),
    ).toEqual([
      [38, 30, 0, 8],
      [10, 18, 8, 0],
    ]);
    expect(counted.plan).toMatchObject({
      households: 48,
      moved: 8,
      had: 48,
      fewestBefore: 10,
      mostBefore: 38,
      fewestAfter: 18,
      mostAfter: 30,
      gridsBefore: 2,
      gridsAfter: 2,
    });
  });

  it('counts a household that had no grid as coming, and not as moved', () => {
    const { grids: of, plan } = countPlan(grids, [...points, home(9, -1, 1, 5)]);
    expect([of[1]?.movedIn, plan.moved, plan.had]).toEqual([13, 8, 48]);
  });

  it('measures ways to the middle of a grid in metres', () => {
    const near = [home(0.5, 0, 0, 1), home(0.502, 0, 0, 1)];
    const { plan } = countPlan(grids, near);
    expect(plan.distanceAfter).toBe(111);
  });

  it('tells everybody which places move, and no number that is few', () => {
    expect(movesOf(grids, points, 10)).toEqual({
      moves: [{ label: 'Home 2.5', from: 'West', to: 'East' }],
      left: 0,
    });
    expect(movesOf(grids, [home(2.5, 0, 1), home(2.6, 0, 1)], 1).left).toBe(1);
    expect([0, 1, 9, 10, 11.4].map(unlessFew)).toEqual([0, null, null, 10, 11]);
  });
});
