import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaOf,
  boxOf,
  CHINA,
  contains,
  findCrossing,
  isNoPlace,
  type LngLat,
  lngLat,
  type MultiPolygon,
  type Ring,
  readMultiPolygon,
  readPoint,
  ringArea,
} from './index.ts';

const SEED = 4326;
const LUOYANG: readonly [number, number] = [112.4921, 34.6843];
const code = (outcome: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  outcome.refusal?.code;
const polygon = (...rings: readonly (readonly number[])[][]) => ({
  type: 'Polygon',
  coordinates: rings,
});
const square = [
  [112, 34],
  [112.01, 34],
  [112.01, 34.01],
  [112, 34.01],
  [112, 34],
];
function value<T>(outcome: { ok: true; value: T } | { ok: false }): T {
  if (!outcome.ok) throw new Error('refused');
  return outcome.value;
}
/** Star-shaped rings around a centre: they never cross themselves. */
const stars = fc
  .tuple(
    fc.double({ min: 75, max: 130, noNaN: true }),
    fc.double({ min: 5, max: 50, noNaN: true }),
    fc.array(fc.double({ min: 0.001, max: 0.01, noNaN: true }), { minLength: 5, maxLength: 40 }),
  )
  .map(([lng, lat, radii]): { centre: LngLat; ring: Ring } => {
    const corner = (radius: number, at: number): LngLat => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [lng + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    };
    const corners = radii.map(corner);
    return { centre: [lng, lat], ring: [...corners, corners[0] as LngLat] };
  });

describe('a point', () => {
  it('with longitude and latitude exchanged is found where that cannot be meant', () => {
    expect(code(lngLat(34.68, 112.49))).toBe('geometry.swapped');
    expect(code(lngLat(34.68, 80.2, CHINA))).toBe('geometry.swapped');
    expect(lngLat(...LUOYANG, CHINA).ok).toBe(true);
  });
  it('off the earth is refused as that, and one without finite numbers has no form', () => {
    expect(code(lngLat(250, 120))).toBe('geometry.off_earth');
    expect(code(lngLat(Number.NaN, 1))).toBe('geometry.invalid');
    expect(code(lngLat(Number.POSITIVE_INFINITY, 1))).toBe('geometry.invalid');
    expect(code(readPoint({ type: 'Point', coordinates: ['112', '34'] }))).toBe('geometry.invalid');
  });
  it('of zeros is no place, and any other is one', () => {
    expect(isNoPlace([0, 0])).toBe(true);
    expect(isNoPlace([0, 0.0001])).toBe(false);
  });
  it('outside the expected box is taken, since the box is a hint', () => {
    expect(lngLat(2.35, 48.86, CHINA).ok).toBe(true);
  });
  it('from a Chinese map moves some hundred metres to where it is', () => {
    const [lng, lat] = value(
      readPoint({ type: 'Point', coordinates: LUOYANG }, { system: 'gcj02' }),
    ).coordinates;
    const metres = Math.hypot((lng - LUOYANG[0]) * 91_500, (lat - LUOYANG[1]) * 111_000);
    expect(metres).toBeGreaterThan(200);
    expect(metres).toBeLessThan(900);
    const baidu = value(
      readPoint({ type: 'Point', coordinates: LUOYANG }, { system: 'bd09' }),
    ).coordinates;
    expect(baidu[0]).toBeLessThan(lng);
  });
});

describe('an area', () => {
  it('is closed and turned the way GeoJSON wants it', () => {
    const hole = [
      [112.002, 34.002],
      [112.004, 34.002],
      [112.004, 34.004],
    ];
    const read = value(readMultiPolygon(polygon(square.toReversed(), hole)));
    const [outer, inner] = read.coordinates[0] as [Ring, Ring];
    expect(ringArea(outer)).toBeGreaterThan(0);
    expect(ringArea(inner)).toBeLessThan(0);
    expect(inner[0]).toEqual(inner.at(-1));
  });
  it('of a hundredth of a degree near Luoyang is about 1.02 square kilometres', () => {
    const area = areaOf(value(readMultiPolygon(polygon(square))));
    expect(area / 1e6).toBeCloseTo(1.0247, 2);
  });
  it.each([
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      [0.5, 0.5],
    ],
    [
      'a ring that touches itself',
      [
        [0, 0],
        [2, 0],
        [1, 1],
        [2, 2],
        [0, 2],
        [1, 1],
        [0, 0],
      ],
      [1, 1],
    ],
    [
      'a spike',
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [3, 3],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
      undefined,
    ],
  ])('that is %s is refused with the place', (_name, ring, place) => {
    const read = readMultiPolygon(
      polygon(ring.map(([x = 0, y = 0]) => [112 + x / 100, 34 + y / 100])),
    );
    expect(code(read)).toBe('geometry.self_crossing');
    if (place && !read.ok) {
      expect(read.refusal.detail?.['lng']).toBeCloseTo(112 + (place[0] ?? 0) / 100, 6);
      expect(read.refusal.detail?.['lat']).toBeCloseTo(34 + (place[1] ?? 0) / 100, 6);
    }
  });
  it('with a hole that crosses the border, or parts that overlap, is refused', () => {
    const across = [
      [112.005, 34.005],
      [112.02, 34.005],
      [112.02, 34.006],
      [112.005, 34.006],
      [112.005, 34.005],
    ];
    expect(code(readMultiPolygon(polygon(square, across)))).toBe('geometry.self_crossing');
    expect(
      code(readMultiPolygon({ type: 'MultiPolygon', coordinates: [[square], [across]] })),
    ).toBe('geometry.self_crossing');
  });
  it.each([
    ['nothing', null],
    ['a line', { type: 'LineString', coordinates: square }],
    ['no ring', polygon()],
    [
      'two corners',
      polygon([
        [112, 34],
        [113, 34],
        [112, 34],
      ]),
    ],
    ['words', polygon([['a', 'b']] as unknown as number[][])],
  ])('of %s has no form', (_name, shape) => {
    expect(code(readMultiPolygon(shape))).toBe('geometry.invalid');
  });
  it('with exchanged axes is refused as that', () => {
    expect(
      code(readMultiPolygon(polygon(square.map(([x = 0, y = 0]) => [y, x])), { expected: CHINA })),
    ).toBe('geometry.swapped');
  });
  it('around its centre never crosses itself, holds its centre and lies in its box', () => {
    fc.assert(
      fc.property(stars, ({ centre, ring }) => {
        expect(findCrossing([ring])).toBeUndefined();
        const shape: MultiPolygon = value(readMultiPolygon(polygon(ring as unknown as number[][])));
        const [west, south, east, north] = boxOf(shape);
        expect(contains(shape, centre)).toBe(true);
        expect(contains(shape, [west - 0.001, centre[1]])).toBe(false);
        expect(west < east && south < north).toBe(true);
        expect(areaOf(shape)).toBeLessThan(
          areaOf(
            value(
              readMultiPolygon(
                polygon([
                  [west, south],
                  [east, south],
                  [east, north],
                  [west, north],
                ]),
              ),
            ),
          ),
        );
      }),
      { seed: SEED },
    );
  });
  it('crosses itself exactly where comparing each edge with each other finds it', () => {
    const corner = fc.tuple(
      fc.double({ min: 112, max: 113, noNaN: true }),
      fc.double({ min: 34, max: 35, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 7 }), (corners) => {
        const ring = [...corners, corners[0] as LngLat];
        fc.pre(
          corners.every((one, at) => corners.every((two, to) => at === to || one[0] !== two[0])),
        );
        expect(findCrossing([ring]) !== undefined).toBe(crossesByPairs(ring));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

/** Each edge against each other, by the signs of four triangles. */
function crossesByPairs(ring: Ring): boolean {
  const turn = (a: LngLat, b: LngLat, c: LngLat): number =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const edges = ring.slice(1).map((to, at): [LngLat, LngLat] => [ring[at] as LngLat, to]);
  return edges.some(([a, b], first) =>
    edges.some(
      ([c, d], second) =>
        second > first + 1 &&
        !(first === 0 && second === edges.length - 1) &&
        turn(a, b, c) * turn(a, b, d) < 0 &&
        turn(c, d, a) * turn(c, d, b) < 0,
    ),
  );
}
