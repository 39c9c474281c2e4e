/** Random lives of boards: whatever is done to grids, some things hold. */
import { describe, expect, it } from 'vitest';
import { contains, type LngLat } from '#kernel/geometry/index.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { areasOf, EAST, METRE, NORTH, spot, total, value } from '#tests/worlds/fabrics.ts';
import { seeded } from '../seeded.ts';
import { bend, moveCorner, straighten } from './bend.ts';
import { findInterfering } from './check.ts';
import { slide, split } from './cut.ts';
import {
  cornersInUse,
  type Fabric,
  isFixed,
  OUTSIDE,
  piecesAt,
  shapesOfFabric,
  spotOf,
} from './fabric.ts';
import { join } from './join.ts';
import type { Spot } from './touch.ts';
import { type Stored, weave } from './weave.ts';

const WORLDS = Array.from({ length: 400 }, (_, number) => number);
const STEPS = 30;

interface Life {
  readonly fabric: Fabric;
  readonly done: number;
}

/** A board of crooked grids, some of two communities, and a random life of it. */
function life(number: number): { before: Fabric; after: Fabric; done: ReadonlySet<string> } {
  const random = seeded(number + 1);
  const before = board(random);
  const happened = new Set<string>();
  let { fabric }: Pick<Life, 'fabric'> = { fabric: before };
  for (let step = 0; step < STEPS; step += 1) {
    const [kind, outcome] = anyStep(fabric, random);
    if (!outcome.ok) continue;
    happened.add(kind);
    fabric = outcome.value;
  }
  return { before, after: fabric, done: happened };
}

function board(random: () => number): Fabric {
  const [columns, rows] = [1 + Math.floor(random() * 4), 1 + Math.floor(random() * 4)];
  const crooked = (edge: boolean): number => (edge ? 0 : (random() - 0.5) * 5);
  const places = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (__, column): LngLat => {
      const x = column * 10 + crooked(column === 0 || column === columns);
      const y = row * 10 + crooked(row === 0 || row === rows);
      return [Number((EAST + x / 1000).toFixed(9)), Number((NORTH + y / 1000).toFixed(9))];
    }),
  );
  const hasTwoParts = random() < 0.3;
  const at = (row: number, column: number): LngLat => places[row]?.[column] as LngLat;
  const grids = Array.from({ length: rows * columns }, (_, number): Stored => {
    const [row, column] = [Math.floor(number / columns), number % columns];
    const ring = [
      at(row, column),
      at(row, column + 1),
      at(row + 1, column + 1),
      at(row + 1, column),
    ];
    return {
      part: hasTwoParts && column >= columns / 2 ? 'east' : 'west',
      shape: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0] as LngLat]]] },
    };
  });
  return value(weave(grids));
}

function anyStep(fabric: Fabric, random: () => number): readonly [string, Outcome<Fabric>] {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const alive = [...new Set(fabric.pieces.flatMap(({ left, right }) => [left, right]))].filter(
    (grid) => grid !== OUTSIDE,
  );
  const anywhere = (): Spot => spot(random() * 44 - 2, random() * 44 - 2);
  const near = ([x, y]: Spot): Spot => [
    Math.round(x + (random() - 0.5) * 900 * METRE),
    Math.round(y + (random() - 0.5) * 900 * METRE),
  ];
  const corner = pick([...cornersInUse(fabric)]);
  const piece = pick(fabric.pieces);
  const grid = pick(alive);
  const line = Array.from({ length: 2 + Math.floor(random() * 3) }, anywhere);
  switch (Math.floor(random() * 6)) {
    case 0:
      return ['move', moveCorner(fabric, corner, near(spotOf(fabric, corner)))];
    case 1:
      return ['bend', bend(fabric, piece, near(spotOf(fabric, piece.from)))];
    case 2:
      return ['straighten', straighten(fabric, pick([corner, ...bends(fabric)]))];
    case 3:
      return ['slide', slide(fabric, corner, near(spotOf(fabric, corner)))];
    case 4:
      return ['join', join(fabric, grid, pick(alive))];
    default: {
      const made = split(fabric, grid, line, 3 * METRE);
      return ['split', made.ok ? { ok: true, value: made.value.fabric } : made];
    }
  }
}

/** Corners in the middle of a border between two grids. */
function bends(fabric: Fabric): readonly number[] {
  return [...cornersInUse(fabric)].filter((corner) => {
    const own = piecesAt(fabric, corner);
    return own.length === 2 && !own.some((piece) => isFixed(fabric, piece));
  });
}

describe('whatever is done to grids', () => {
  const lives = WORLDS.map(life);

  it('every kind of step happens often', () => {
    for (const kind of ['move', 'bend', 'straighten', 'slide', 'join', 'split'])
      expect([kind, lives.filter(({ done }) => done.has(kind)).length > 20]).toEqual([kind, true]);
  });

  it('their areas sum to what they were, within a thousand-millionth', () => {
    for (const [number, { before, after }] of lives.entries()) {
      const [was, is] = [total(areasOf(before)), total(areasOf(after))];
      expect([number, Math.abs(is - was) <= was * 1e-9]).toEqual([number, true]);
    }
  });

  it('no border crosses another, and none has nothing or the same on both sides', () => {
    for (const [number, { after }] of lives.entries()) {
      expect([number, findInterfering(after)]).toEqual([number, undefined]);
      expect(after.pieces.every(({ left, right }) => left !== right)).toBe(true);
    }
  });

  it('every place lies in exactly one grid, and its community never changes', () => {
    for (const [number, { before, after }] of lives.entries()) {
      const random = seeded(number + 7000);
      const [was, is] = [shapesOfFabric(before), shapesOfFabric(after)];
      for (let place = 0; place < 60; place += 1) {
        const [x, y] = spot(random() * 40, random() * 40);
        const at: LngLat = [x / 1e12, y / 1e12];
        const had = was.flatMap((one, grid) => (one && contains(one, at) ? [grid] : []));
        const has = is.flatMap((one, grid) => (one && contains(one, at) ? [grid] : []));
        expect([number, has.length]).toEqual([number, had.length]);
        expect(has.map((grid) => after.parts[grid])).toEqual(had.map((grid) => before.parts[grid]));
      }
    }
  });
});
