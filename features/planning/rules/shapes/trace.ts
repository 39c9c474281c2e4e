/** Pieces put together to rings, rings to polygons. */
import type { Pieces } from './clip.ts';
import { side } from './side.ts';

export type Ring = readonly (readonly [number, number])[];
/** Outer ring counter-clockwise, then its holes clockwise; closed, as GeoJSON has them. */
export type Polygon = readonly Ring[];

/** Polygons of each grid, in the pieces' coordinates. */
export function polygonsOf(
  x: readonly number[],
  y: readonly number[],
  pieces: Pick<Pieces, 'from' | 'to' | 'left'>,
): ReadonlyMap<number, readonly Polygon[]> {
  const byGrid = new Map<number, Map<number, number[]>>();
  for (const [piece, grid] of pieces.left.entries()) {
    const own = byGrid.get(grid) ?? new Map<number, number[]>();
    const from = pieces.from[piece] as number;
    own.set(from, [...(own.get(from) ?? []), pieces.to[piece] as number]);
    byGrid.set(grid, own);
  }
  const result = new Map<number, readonly Polygon[]>();
  for (const grid of [...byGrid.keys()].sort((a, b) => a - b)) {
    const rings = ringsOf(byGrid.get(grid) ?? new Map(), x, y);
    result.set(grid, nested(rings));
  }
  return result;
}

function ringsOf(
  next: Map<number, number[]>,
  x: readonly number[],
  y: readonly number[],
): readonly Ring[] {
  const rings: Ring[] = [];
  const place = (corner: number): readonly [number, number] => [
    x[corner] as number,
    y[corner] as number,
  ];
  for (const [start, ways] of next) {
    while (ways.length > 0) {
      for (const loop of loopsFrom(start, next, place)) {
        if (loop.length >= 4) rings.push(loop.map(place));
      }
    }
  }
  return rings;
}

/** A way that comes back to a corner is cut there: rings may touch in a corner, none touches itself. */
function loopsFrom(
  start: number,
  next: Map<number, number[]>,
  place: (corner: number) => readonly [number, number],
): readonly (readonly number[])[] {
  const loops: (readonly number[])[] = [];
  const path: number[] = [];
  const seen = new Map<number, number>();
  for (let at: number | undefined = start; at !== undefined; ) {
    const before = seen.get(at);
    if (before !== undefined) {
      const loop = [...path.splice(before), at];
      for (const corner of loop) seen.delete(corner);
      loops.push(loop);
    }
    const ways: number[] = next.get(at) ?? [];
    const came = path.at(-1);
    const way: number = came === undefined ? 0 : firstClockwise(place, came, at, ways);
    seen.set(at, path.length);
    path.push(at);
    at = ways.splice(way, 1)[0];
  }
  return loops;
}

/**
 * Of the ways on from a corner, the first one clockwise from where one came: the border of the
 * same ground, with the ground on the left.
 */
export function firstClockwise(
  place: (corner: number) => readonly [number, number],
  came: number,
  at: number,
  ways: readonly number[],
): number {
  if (ways.length < 2) return 0;
  const [here, back] = [place(at), place(came)];
  // 0: to the right of the way back, 1: straight on, 2: to its left, 3: back again.
  const sector = (way: number): number => {
    if (way === came) return 3;
    const turn = side(here, back, place(way));
    if (turn === 0) return 1;
    return turn < 0 ? 0 : 2;
  };
  let best = 0;
  for (let way = 1; way < ways.length; way += 1) {
    const [one, other] = [ways[best] as number, ways[way] as number];
    const apart = sector(other) - sector(one);
    if (apart < 0 || (apart === 0 && side(here, place(one), place(other)) > 0)) best = way;
  }
  return best;
}

/** Twice the signed area; about the first corner, so that little is lost to rounding. */
export function doubleArea(ring: Ring): number {
  const [ox, oy] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] ?? [0, 0];
    const [bx, by] = ring[at] ?? [0, 0];
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum;
}

function nested(rings: readonly Ring[]): readonly Polygon[] {
  const outers = rings
    .map((ring) => ({ ring, area: doubleArea(ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area);
  const polygons = outers.map(({ ring }): Ring[] => [ring]);
  for (const hole of rings) {
    if (doubleArea(hole) >= 0) continue;
    const home = outers.findIndex(({ ring }) => holds(ring, hole));
    polygons[home]?.push(hole);
  }
  // The largest first.
  return polygons.reverse();
}

/** True where a hole lies in the ring: by a corner that is not one of the ring's own. */
function holds(ring: Ring, hole: Ring): boolean {
  const own = new Set(ring.map(([x, y]) => `${x} ${y}`));
  const corner = hole.find(([x, y]) => !own.has(`${x} ${y}`));
  if (corner === undefined) return false;
  const [px, py] = corner;
  let inside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] ?? [0, 0];
    const [bx, by] = ring[at] ?? [0, 0];
    if (ay > py === by > py) continue;
    if (px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
