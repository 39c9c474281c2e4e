import { describe, expect, it } from 'vitest';
import { world } from '#tests/worlds/planning-worlds.ts';
import { partition } from '../partition/partition.ts';
import type { Places } from '../partition/places.ts';
import { run } from '../steps.ts';
import { type Shapes, shapesOf } from './shapes.ts';
import type { Polygon, Ring } from './trace.ts';

const WORLDS = Array.from({ length: 1200 }, (_, number) => number);

/** A lake and a notch, over part of the world and beyond. */
const BOUNDARY: readonly Polygon[] = [
  [
    [
      [150, 120],
      [900, 130],
      [620, 500],
      [910, 940],
      [130.5, 870],
      [150, 120],
    ],
    [
      [300, 300],
      [300, 420],
      [420, 410],
      [300, 300],
    ],
  ],
];

/** By another way than the rules': trapezoids. */
function area(ring: Ring): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] ?? [0, 0];
    const [bx, by] = ring[at] ?? [0, 0];
    sum += ((bx + ax) * (by - ay)) / 2;
  }
  return sum;
}

const areaOf = (polygons: readonly Polygon[]): number =>
  polygons.flat().reduce((sum, ring) => sum + area(ring), 0);

function holds(rings: Polygon, px: number, py: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [ax, ay] = ring[at - 1] ?? [0, 0];
      const [bx, by] = ring[at] ?? [0, 0];
      if (ay > py === by > py) continue;
      if (px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

interface Drawn {
  readonly name: string;
  readonly places: Places;
  readonly label: Int32Array;
  readonly shapes: Shapes;
}

function drawn(number: number): Drawn {
  const divided = run(partition(world(number).problem));
  if (!divided.ok) throw new Error(`world ${number}`);
  const { places, label } = divided.value;
  const shapes = shapesOf(places, label, {
    smooth: number % 3 !== 0,
    ...(number % 2 === 0 && { boundary: BOUNDARY }),
  });
  return { name: `world ${number}`, places, label, shapes };
}

/** Places within the boundary that are not in the polygon of their grid, or in another's too. */
function misplaced({ places, label, shapes }: Drawn): readonly number[] {
  const outside = new Set(shapes.outside);
  return Array.from(label.keys()).filter((at) => {
    if (outside.has(at)) return false;
    const x = (places.x[at] ?? 0) + places.origin[0];
    const y = (places.y[at] ?? 0) + places.origin[1];
    const grids = [...shapes.polygons].filter(([, own]) => own.some((one) => holds(one, x, y)));
    return grids.length !== 1 || grids[0]?.[0] !== label[at];
  });
}

describe('polygons of grids', () => {
  it('tile the boundary, keep every household on its side, and share their corners', () => {
    for (const one of WORLDS.map(drawn)) {
      const { shapes, name } = one;
      const whole = areaOf(shapes.boundary);
      const parts = [...shapes.polygons.values()].reduce((sum, own) => sum + areaOf(own), 0);
      expect(Math.abs(parts / whole - 1), name).toBeLessThan(1e-9);
      expect(misplaced(one), name).toEqual([]);
      expect(unmatched(shapes), name).toBe(0);
    }
  });
});

/** Round all worlds, with ground beyond the last homes and without notches. */
const FAR: readonly Polygon[] = [
  [
    [
      [-400, -300],
      [1900, -250],
      [1820, 1400],
      [-350, 1380],
      [-400, -300],
    ],
  ],
];

describe('a grid within a boundary without notches', () => {
  it('is one piece: neighbours reach one another over own ground, and no empty ground hangs apart', () => {
    for (const number of WORLDS) {
      const { part, barriers, ...open } = world(number).problem;
      const divided = run(partition(open));
      if (!divided.ok) throw new Error(`world ${number}`);
      const { places, label } = divided.value;
      const { polygons } = shapesOf(places, label, { boundary: FAR, smooth: number % 3 !== 0 });
      const apart = [...polygons].filter(([, own]) => own.length !== 1);
      expect(apart, `world ${number}`).toEqual([]);
    }
  });
});

/**
 * Steps of outlines that neither run back along another grid's outline nor along
 * the boundary. With every step matched once nothing can overlap or gape.
 */
function unmatched({ polygons }: Shapes): number {
  const steps = new Map<string, number>();
  for (const ring of [...polygons.values()].flat(2)) {
    for (let at = 1; at < ring.length; at += 1) {
      const step = `${ring[at - 1]} ${ring[at]}`;
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
  }
  const open = new Set<string>();
  let alone = 0;
  for (const [step, count] of steps) {
    const [from, to] = step.split(' ');
    if (count > 1) alone += 1;
    if (!steps.has(`${to} ${from}`)) open.add(step);
  }
  // What has no way back is the boundary: in closed rings each corner is left as often as it is reached.
  const balance = new Map<string, number>();
  for (const step of open) {
    const [from = '', to = ''] = step.split(' ');
    balance.set(from, (balance.get(from) ?? 0) + 1);
    balance.set(to, (balance.get(to) ?? 0) - 1);
  }
  return alone + [...balance.values()].filter((one) => one !== 0).length;
}
