/** Pieces put together to rings, rings to polygons. */
import type { Pieces } from './clip.ts';
import { side } from './side.ts';

export type Ring = readonly (readonly [number, number])[];
/** Outer ring counter-clockwise, then its holes clockwise; closed, as GeoJSON has them. */
export type Polygon = readonly Ring[];

type Outlines = Pick<Pieces, 'from' | 'to' | 'left'>;

/** Polygons of each grid, in the pieces' coordinates. */
export function polygonsOf(
  x: readonly number[],
  y: readonly number[],
  pieces: Outlines,
): ReadonlyMap<number, readonly Polygon[]> {
  const traced = [...loopsByGrid(x, y, pieces)].map(
    ([grid, loops]) =>
      [grid, nested(loops).map((ground) => ground.map(({ ring }) => ring))] as const,
  );
  return new Map(traced);
}

/** A way round: the ground is on its left. */
export interface Loop {
  /** Numbers of its pieces, in their order. */
  readonly pieces: readonly number[];
  readonly ring: Ring;
}

/** The ways round each grid's ground, outer ones and holes, grids in their order. */
export function loopsByGrid(
  x: readonly number[],
  y: readonly number[],
  outlines: Outlines,
): ReadonlyMap<number, readonly Loop[]> {
  const byGrid = new Map<number, Map<number, number[]>>();
  for (const [piece, grid] of outlines.left.entries()) {
    const own = byGrid.get(grid) ?? new Map<number, number[]>();
    const from = outlines.from[piece] as number;
    const ways = own.get(from);
    if (ways === undefined) own.set(from, [piece]);
    else ways.push(piece);
    byGrid.set(grid, own);
  }
  const place = (corner: number): readonly [number, number] => [
    x[corner] as number,
    y[corner] as number,
  ];
  const grids = [...byGrid].sort(([a], [b]) => a - b);
  return new Map(grids.map(([grid, next]) => [grid, loopsOf(next, outlines, place)]));
}

type PlaceOf = (corner: number) => readonly [number, number];

/** @param next numbers of the pieces on from each corner; used up */
function loopsOf(
  next: ReadonlyMap<number, number[]>,
  outlines: Outlines,
  place: PlaceOf,
): readonly Loop[] {
  const loops: Loop[] = [];
  for (const [start, ways] of next) {
    while (ways.length > 0) {
      for (const pieces of loopsFrom(start, next, outlines, place)) {
        if (pieces.length < 3) continue;
        const corners = pieces.map((piece) => outlines.from[piece] as number);
        loops.push({ pieces, ring: [...corners, corners[0] as number].map(place) });
      }
    }
  }
  return loops;
}

/** A way that comes back to a corner is cut there: rings may touch in a corner, none touches itself. */
function loopsFrom(
  start: number,
  next: ReadonlyMap<number, number[]>,
  { from, to }: Outlines,
  place: PlaceOf,
): readonly (readonly number[])[] {
  const loops: (readonly number[])[] = [];
  const path: number[] = [];
  const seen = new Map<number, number>();
  for (let at = start; ; ) {
    const before = seen.get(at);
    if (before !== undefined) {
      const loop = path.splice(before);
      for (const piece of loop) seen.delete(from[piece] as number);
      loops.push(loop);
    }
    const ways = next.get(at) ?? [];
    const last = path.at(-1);
    const way =
      last === undefined
        ? 0
        : firstClockwise(
            place,
            from[last] as number,
            at,
            ways.map((one) => to[one] as number),
          );
    const [piece] = ways.splice(way, 1);
    if (piece === undefined) return loops;
    seen.set(at, path.length);
    path.push(piece);
    at = to[piece] as number;
  }
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

/** Loops by the ground they go round: the outer one first, then its holes; the largest ground first. */
export function nested(loops: readonly Loop[]): readonly (readonly Loop[])[] {
  const outers = loops
    .map((loop) => ({ loop, area: doubleArea(loop.ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area);
  const grounds = outers.map(({ loop }): Loop[] => [loop]);
  for (const hole of loops) {
    if (doubleArea(hole.ring) >= 0) continue;
    const home = outers.findIndex(({ loop }) => holds(loop.ring, hole.ring));
    grounds[home]?.push(hole);
  }
  return grounds.reverse();
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
