import { describe, expect, it } from 'vitest';
import { type Stored, weave } from '#features/planning/rules/redraw/weave.ts';
import type { LngLat } from '#kernel/geometry/index.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { dragged, type Handle, handlesOf, nearestOfBorder } from './handles.ts';

function box(west: number, south: number, width: number, height: number): Stored {
  const ring: LngLat[] = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south],
  ];
  return { part: 'lane', shape: { type: 'MultiPolygon', coordinates: [[ring]] } };
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** Two above one. */
const fabric = value(weave([box(113, 35, 1, 1), box(114, 35, 1, 1), box(113, 34, 2, 1)]));
const near = (place: LngLat, kind: Handle['kind']): Handle => {
  const found = handlesOf(fabric, 0).find(
    (one) =>
      one.kind === kind && Math.hypot(one.place[0] - place[0], one.place[1] - place[1]) < 1e-6,
  );
  if (found === undefined) throw new Error('nothing to hold there');
  return found;
};

describe('the border of a grid', () => {
  it('is held by its corners, its ends on the border of the area, and its middles', () => {
    const kinds = handlesOf(fabric, 0).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['corner', 'end', 'end', 'middle', 'middle']);
  });

  it('goes on from where it is while a hand moves it', () => {
    const handle = near([114, 35.5], 'middle');
    const bent = value(dragged(fabric, fabric, handle, [114.2, 35.5]));
    const on = value(dragged(fabric, bent, handle, [114.4, 35.6]));
    expect(on.corners).toHaveLength(fabric.corners.length + 1);
    expect(dragged(fabric, on, handle, [115.5, 35.6])).toMatchObject({
      refusal: { code: 'redraw.crosses' },
    });
  });

  it('slides at its end, from where it was when the hand took hold', () => {
    const handle = near([114, 36], 'end');
    const once = value(dragged(fabric, fabric, handle, [114.2, 36.1]));
    const again = value(dragged(fabric, once, handle, [114.3, 36.1]));
    expect(handlesOf(again, 0).map(({ place }) => place)).toContainEqual([114.3, 36]);
  });

  it('draws a line to itself that comes near', () => {
    const found = nearestOfBorder(fabric, 2, [113.5, 34.01]);
    expect(found?.place).toEqual([113.5, 34]);
    expect(found?.degrees).toBeCloseTo(0.01, 9);
  });
});
