/** The planning table: files that are dropped on it, and plans that are drawn. */
import { describe, expect, it } from 'vitest';
import { run, type Step } from '#features/planning/rules/steps.ts';
import { contains, type MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, GridId } from '#kernel/ids.ts';
import { checkPlan, gridOfPoint } from '../plan/check-plan.ts';
import { draw } from './draw.ts';
import type { DraftSettings, Ground } from './ground.ts';
import { mergeSpots } from './merge-spots.ts';
import { readDropped } from './read-dropped.ts';

describe('a file on the planning table', () => {
  const csv = (text: string) => readDropped(text);

  it('is read as a spreadsheet saves it', () => {
    const read = csv(
      '﻿门牌,经度,纬度,户数\n"洛河路 1 号, 东",112.47,34.66,6\r\n\n洛河路3号,112.48,34.67,12\n',
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        points: [
          { place: [112.47, 34.66], weight: 6, label: '洛河路 1 号, 东' },
          { place: [112.48, 34.67], weight: 12, label: '洛河路3号' },
        ],
      },
    });
  });

  it('counts each row as one household where it does not say how many', () => {
    const read = csv('lng;lat\n112.47;34.66\n');
    expect(read.ok && read.value.points[0]?.weight).toBe(1);
  });

  it('is refused with the row that is wrong', () => {
    const why = (text: string) => {
      const read = csv(text);
      return read.ok ? 'done' : [read.refusal.code, read.refusal.detail?.['row']];
    };
    expect(why('地址,纬度\nx,34\n')).toEqual(['import.column_missing', undefined]);
    expect(why('lng,lat\n34.66,112.47\n')).toEqual(['geometry.swapped', 2]);
    expect(why('lng,lat\n112.47,34.66\nx,y\n')).toEqual(['geometry.invalid', 3]);
    expect(why('lng,lat,户数\n112.47,34.66,-1\n')).toEqual(['planning.weight', 2]);
    expect(why('lng,lat,户数\n112.47,34.66,\n')).toEqual(['planning.weight', 2]);
    expect(why('{ no json')).toEqual(['input.invalid', undefined]);
  });

  it('may be GeoJSON: buildings, barriers, and what is a bridge', () => {
    const feature = (type: string, coordinates: unknown, properties: object) => ({
      type: 'Feature',
      properties,
      geometry: { type, coordinates },
    });
    const ring = [
      [112, 34],
      [112.2, 34],
      [112.2, 34.2],
      [112, 34.2],
      [112, 34],
    ];
    const read = csv(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature('Polygon', [ring], { name: 'Tower', households: 40 }),
          feature('LineString', ring.slice(0, 2), { name: 'River' }),
          feature('Point', [112.1, 34], { bridge: true }),
        ],
      }),
    );
    expect(read.ok && read.value.points).toMatchObject([{ weight: 40, label: 'Tower' }]);
    expect(read.ok && read.value.points[0]?.place[0]).toBeCloseTo(112.1, 9);
    expect(read.ok && [read.value.walls.length, read.value.bridges.length]).toEqual([1, 1]);
  });

  it('has the flats of a tower as one spot', () => {
    const flat = { place: [112, 34], weight: 1, label: 'Tower' } as const;
    expect(mergeSpots([flat, flat, { ...flat, place: [112.001, 34] }])).toEqual([
      { place: [112, 34], weight: 2, label: 'Tower' },
      { place: [112.001, 34], weight: 1, label: 'Tower' },
    ]);
  });
});

function box(lng: number, lat: number, width: number, height: number): MultiPolygon {
  const ring = [
    [lng, lat],
    [lng + width, lat],
    [lng + width, lat + height],
    [lng, lat + height],
    [lng, lat],
  ] as const;
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

/** A chessboard of houses in two communities, with one grid of today that has nearly all. */
function lopsided(): Ground {
  const street = 'street' as AreaId;
  const [left, right] = ['left' as AreaId, 'right' as AreaId];
  const points = Array.from({ length: 200 }, (_, at) => ({
    place: [112.001 + (at % 20) * 0.001, 34.0005 + Math.floor(at / 20) * 0.001] as const,
    weight: 10,
    label: `House ${at + 1}`,
  }));
  return {
    areaId: street,
    border: box(112, 34, 0.022, 0.0105),
    parts: [
      { areaId: left, geometry: box(112, 34, 0.0115, 0.0105) },
      { areaId: right, geometry: box(112.0115, 34, 0.0105, 0.0105) },
    ],
    today: [
      {
        gridId: 'one' as GridId,
        version: 1,
        name: 'One',
        areaId: left,
        geometry: box(112, 34, 0.009, 0.0105),
      },
      {
        gridId: 'two' as GridId,
        version: 1,
        name: 'Two',
        areaId: left,
        geometry: box(112.009, 34, 0.0025, 0.0105),
      },
      {
        gridId: 'three' as GridId,
        version: 1,
        name: 'Three',
        areaId: right,
        geometry: box(112.0115, 34, 0.0105, 0.0105),
      },
    ],
    points,
    walls: [],
    bridges: [],
  };
}

const settings: DraftSettings = { size: { grids: 4 }, tolerance: 0.12, stay: 20, seed: 1 };
const drawn = (ground: Ground, pins: readonly number[] = [], wanted = settings) => {
  const outcome = run(draw(ground, wanted, new Set(pins)));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

describe('a plan that is drawn', () => {
  it('is even, in one piece each, across no border of a community, and what the server takes', () => {
    const ground = lopsided();
    const { grids, points, counted, findings, outside } = drawn(ground);
    expect([findings, outside]).toEqual([[], 0]);
    expect(counted.plan).toMatchObject({ gridsBefore: 3, gridsAfter: 4, fewestBefore: 300 });
    expect(counted.plan.fewestAfter).toBeGreaterThanOrEqual(440);
    expect(counted.plan.mostAfter).toBeLessThanOrEqual(560);
    expect(counted.grids.map(({ pieces }) => pieces)).toEqual([1, 1, 1, 1]);
    expect(grids.map(({ gridId }) => gridId)).toEqual(['one', 'two', 'three', null]);
    const named = grids.map((grid, at) => ({ ...grid, name: `Grid ${at}` }));
    expect(checkPlan(named, points, ground.today)).toMatchObject({ ok: true });
    for (const { place, to } of points) {
      const [part] = ground.parts.filter(({ geometry }) => contains(geometry, place));
      expect(grids[to]?.areaId).toBe(part?.areaId);
    }
  });

  it('is the same for the same seed', () => {
    expect(drawn(lopsided())).toEqual(drawn(lopsided()));
  });

  it('leaves what is pinned in its grid of today', () => {
    const ground = lopsided();
    const free = drawn(ground);
    const moved = free.points.findIndex(({ from, to }) => from >= 0 && from !== to);
    const held = drawn(ground, [moved]);
    expect(moved).toBeGreaterThanOrEqual(0);
    expect(held.points[moved]).toMatchObject({ pinned: true, to: free.points[moved]?.from });
  });

  it('moves fewer where moving costs more', () => {
    const movedAt = (stay: number) =>
      drawn(lopsided(), [], { ...settings, tolerance: 0.25, stay }).counted.plan.moved;
    expect(movedAt(1000)).toBeLessThan(movedAt(0));
  });

  it('has a border for every grid with households, also where all lie outside the area', () => {
    const ground = { ...lopsided(), parts: [], today: [], border: box(113, 35, 0.01, 0.01) };
    const { grids, points, outside } = drawn(ground);
    const shapes = grids.map(({ geometry }) => geometry);
    expect(shapes.every((shape) => shape !== null)).toBe(true);
    expect(outside).toBe(points.length);
    expect(points.every(({ place, to }) => gridOfPoint(shapes, place) === to)).toBe(true);
  });

  it('can be told to stop, and says how far it is', () => {
    const steps = draw(lopsided(), settings, new Set());
    const seen: Step[] = [];
    const outcome = run(steps, (step) => {
      seen.push(step);
      return 'stop';
    });
    expect(outcome).toMatchObject({ ok: true, value: { stopped: true } });
    expect(seen.every(({ part }) => part >= 0 && part <= 1)).toBe(true);
  });

  it('of nobody is refused', () => {
    const outcome = run(draw({ ...lopsided(), points: [] }, settings, new Set()));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'planning.no_points' } });
  });
});
