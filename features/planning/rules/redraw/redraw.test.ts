import { describe, expect, it } from 'vitest';
import { contains, type LngLat, type MultiPolygon } from '#kernel/geometry/index.ts';
import {
  areasOf,
  codeOf,
  cornerAt,
  EAST,
  METRE,
  NORTH,
  rectangle,
  spot,
  stored,
  TEE,
  total,
  value,
} from '#tests/worlds/fabrics.ts';
import { type Allotted, allot } from './allot.ts';
import { bend, moveCorner, straighten } from './bend.ts';
import { slide, split } from './cut.ts';
import { isFixed, neighboursOf, piecesAt, shapesOfFabric } from './fabric.ts';
import { join } from './join.ts';
import type { Spot } from './touch.ts';
import { weave } from './weave.ts';

describe('grids redrawn by hand', () => {
  it('share a border also where only one of them had a corner on it', () => {
    const fabric = value(weave(TEE));
    expect(neighboursOf(fabric, 2)).toEqual([0, 1]);
    expect(piecesAt(fabric, cornerAt(fabric, spot(10, 10)))).toHaveLength(3);
  });

  it('take corners that differ by the rounding of a file for one', () => {
    const near = rectangle(10.0003, 10, 9.9997, 10);
    const fabric = value(weave(stored(rectangle(0, 10, 10, 10), near, rectangle(0, 0, 20, 10))));
    expect(neighboursOf(fabric, 0)).toEqual([1, 2]);
  });

  it('are not opened where two of them overlap, which names both', () => {
    const outcome = weave(stored(rectangle(0, 0, 10, 10), rectangle(5, 2, 10, 5)));
    expect(outcome).toMatchObject({
      refusal: { code: 'redraw.unclean', detail: { one: 0, other: 1 } },
    });
  });

  it('follow a corner together', () => {
    const fabric = value(weave(TEE));
    const moved = value(moveCorner(fabric, cornerAt(fabric, spot(10, 10)), spot(7, 12)));
    const [west, east, south] = areasOf(moved) as [number, number, number];
    const [hadWest, hadEast, hadSouth] = areasOf(fabric) as [number, number, number];
    expect(west).toBeLessThan(hadWest);
    expect(east).toBeGreaterThan(hadEast);
    expect(south).toBeGreaterThan(hadSouth);
    expect(west + east + south).toBeCloseTo(total(areasOf(fabric)), 14);
  });

  it('refuse a move across another border, and keep the border of the area', () => {
    const fabric = value(weave(TEE));
    const corner = cornerAt(fabric, spot(10, 10));
    expect(codeOf(moveCorner(fabric, corner, spot(10, 25)))).toBe('redraw.crosses');
    expect(codeOf(moveCorner(fabric, corner, spot(25, 12)))).toBe('redraw.crosses');
    expect(codeOf(moveCorner(fabric, corner, spot(10, 20)))).toBe('redraw.crosses');
    const outer = cornerAt(fabric, spot(0, 0));
    expect(codeOf(moveCorner(fabric, outer, spot(1, 1)))).toBe('redraw.fixed');
  });

  it('do not swallow a grid that lies on the way', () => {
    const hole = rectangle(4, 4, 2, 2);
    const around: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [
          rectangle(0, 0, 10, 10).coordinates[0]?.[0] ?? [],
          [...(hole.coordinates[0]?.[0] ?? [])].reverse(),
        ],
      ],
    };
    const fabric = value(weave(stored(around, hole, rectangle(10, 0, 10, 10))));
    const border = fabric.pieces.find(
      ({ left, right }) => Math.min(left, right) === 0 && Math.max(left, right) === 2,
    );
    if (border === undefined) throw new Error('no border');
    const bent = value(bend(fabric, border, spot(9, 5)));
    expect(codeOf(moveCorner(bent, bent.corners.length - 1, spot(1, 5)))).toBe('redraw.crosses');
    expect(codeOf(bend(fabric, border, spot(1, 5)))).toBe('redraw.crosses');
    // The hole stays with the western half of what is around it.
    const { fabric: halves, made } = value(split(fabric, 0, [spot(2, -1), spot(2, 11)], METRE));
    expect(neighboursOf(halves, 1)).toEqual([0]);
    const joined = value(join(halves, 0, made));
    expect(areasOf(joined)[0]).toBeCloseTo(areasOf(fabric)[0] as number, 14);
    expect(shapesOfFabric(joined)[0]?.coordinates[0]).toHaveLength(2);
  });

  it('bend where a border has no corner, and straighten again', () => {
    const fabric = value(weave(TEE));
    const border = fabric.pieces.find(
      (piece) => !isFixed(fabric, piece) && piece.left + piece.right === 1,
    );
    if (border === undefined) throw new Error('no border');
    const bent = value(bend(fabric, border, spot(12, 15)));
    expect(areasOf(bent)[0]).toBeGreaterThan(areasOf(fabric)[0] as number);
    const straight = value(straighten(bent, bent.corners.length - 1));
    expect(areasOf(straight)).toEqual(areasOf(fabric));
  });

  it('slide the end of their border along the border of the area', () => {
    const fabric = value(weave(TEE));
    const slid = value(slide(fabric, cornerAt(fabric, spot(10, 20)), spot(14, 21)));
    const [west, east] = areasOf(slid) as [number, number];
    expect(west).toBeCloseTo(1.2e-4, 12);
    expect(east).toBeCloseTo(0.8e-4, 12);
    const back = value(slide(slid, cornerAt(slid, spot(14, 20)), spot(10, 20)));
    expect(areasOf(back)[0]).toBeCloseTo(1e-4, 12);
    expect(codeOf(slide(fabric, cornerAt(fabric, spot(0, 0)), spot(2, 0)))).toBe('redraw.fixed');
  });

  it('split by a line that goes through, and become one again as they were', () => {
    const fabric = value(weave(TEE));
    const { fabric: halves, made } = value(
      split(fabric, 2, [spot(5, 0), spot(6, 5), spot(5, 10)], METRE),
    );
    expect(total(areasOf(halves))).toBeCloseTo(total(areasOf(fabric)), 14);
    expect(areasOf(halves)[made]).toBeCloseTo(0.55e-4, 12);
    const joined = value(join(halves, 2, made));
    expect(areasOf(joined)[2]).toBeCloseTo(areasOf(fabric)[2] as number, 14);
    expect(shapesOfFabric(joined)[made]).toBeNull();
  });

  it('are not split by a line that ends within, goes through twice or crosses itself', () => {
    const fabric = value(weave(TEE));
    const by = (...line: readonly Spot[]): string => codeOf(split(fabric, 2, line, METRE));
    expect(by(spot(5, -2), spot(5, 5))).toBe('redraw.line_ends');
    expect(by(spot(30, 30), spot(40, 40))).toBe('redraw.line_ends');
    expect(by(spot(5, -2), spot(5, 12), spot(8, 12), spot(8, -2))).toBe('redraw.line_once');
    expect(by(spot(5, -2), spot(5, 5), spot(9, 5), spot(9, 3), spot(2, 3), spot(2, -2))).toBe(
      'redraw.crosses',
    );
  });

  it('merge with a neighbour of the same community only', () => {
    const parts = ['lane', 'lane', 'field'];
    const fabric = value(weave(TEE.map((grid, at) => ({ ...grid, part: parts[at] as string }))));
    expect(codeOf(join(fabric, 0, 1))).toBe('done');
    expect(codeOf(join(fabric, 0, 2))).toBe('redraw.other_part');
    expect(codeOf(join(fabric, 0, 0))).toBe('redraw.not_neighbours');
    const corner = cornerAt(fabric, spot(10, 10));
    expect(codeOf(moveCorner(fabric, corner, spot(9, 11)))).toBe('redraw.fixed');
    expect(codeOf(slide(fabric, corner, spot(8, 10)))).toBe('done');
  });

  it('keep apart, as one polygon with a hole, what merges around a third that it touches in a corner', () => {
    const four = [
      rectangle(0, 0, 10, 10),
      rectangle(10, 0, 10, 10),
      rectangle(0, 10, 10, 10),
      rectangle(10, 10, 10, 10),
    ];
    const frame: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [
          rectangle(-5, -5, 30, 30).coordinates[0]?.[0] ?? [],
          [...(rectangle(0, 0, 20, 20).coordinates[0]?.[0] ?? [])].reverse(),
        ],
      ],
    };
    const fabric = value(weave(stored(...four, frame)));
    const once = value(join(fabric, 4, 0));
    const twice = value(join(once, 4, 3));
    const [own, ...others] = shapesOfFabric(twice)[4]?.coordinates ?? [];
    expect(others).toEqual([]);
    expect(own).toHaveLength(3);
    for (const ring of own ?? []) {
      const places = ring.slice(1).map(String);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('are allotted households by name', () => {
    const fabric = value(weave(TEE));
    const homes: readonly Allotted[] = [
      { place: [EAST + 0.002, NORTH + 0.015], weight: 10, grid: 0 },
      { place: [EAST + 0.008, NORTH + 0.013], weight: 10, grid: 1 },
      { place: [EAST + 0.012, NORTH + 0.014], weight: 10, grid: 1 },
    ];
    const drawn = value(allot(fabric, [0, 1], homes));
    const shapes = shapesOfFabric(drawn);
    for (const { place, grid } of homes)
      expect(contains(shapes[grid] as MultiPolygon, place)).toBe(true);
    expect(total(areasOf(drawn))).toBeCloseTo(total(areasOf(fabric)), 12);
    expect(areasOf(drawn)[2]).toBeCloseTo(areasOf(fabric)[2] as number, 12);
    const all = homes.map((home) => ({ ...home, grid: 1 }));
    expect(codeOf(allot(fabric, [0, 1], all))).toBe('redraw.empty');
    const anew = homes.slice(1).map((home, at) => ({ ...home, grid: at === 0 ? 1 : 3 }));
    expect(shapesOfFabric(value(allot(fabric, [1, 3], anew)))).toHaveLength(4);
  });
});

describe('households on a board, allotted anew', () => {
  it('lie in their grid also where a smooth border would pass through them', () => {
    const homes = Array.from({ length: 100 }, (_, at): Allotted => {
      const [column, row] = [at % 10, Math.floor(at / 10)];
      const place: LngLat = [
        Number((EAST + 0.0025 + column * 0.005).toFixed(6)),
        Number((NORTH + 0.1025 + row * 0.005).toFixed(6)),
      ];
      return { place, weight: 20, grid: row >= 6 || (column >= 8 && row > 0) ? 1 : 0 };
    });
    const halves = value(weave(stored(rectangle(0, 100, 40, 50), rectangle(40, 100, 10, 50))));
    const line = [spot(-5, 130), spot(45, 130)];
    const { fabric: thirds, made } = value(split(halves, 0, line, 50 * METRE));
    const drawn = value(allot(value(join(thirds, 1, made)), [0, 1], homes));
    const shapes = shapesOfFabric(drawn);
    for (const { place, grid } of homes) {
      const other = shapes[1 - grid] as MultiPolygon;
      expect([place, contains(other, place)]).toEqual([place, false]);
    }
  });
});
