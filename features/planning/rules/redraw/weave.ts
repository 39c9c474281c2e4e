/**
 * Borders of grids as they were stored, woven to one fabric: corners that lie within the
 * tolerance of each other become one, and one that lies on a neighbour's border becomes
 * a corner of that border too. What overlaps by more than that is refused, not mended.
 */
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { findInterfering } from './check.ts';
import { type Fabric, OUTSIDE, type Piece, toSpot, unitsOf } from './fabric.ts';
import { nearestOn, type Spot, squareApart } from './touch.ts';

export interface Stored {
  readonly shape: MultiPolygon | null;
  /** Part it lies in: a community. */
  readonly part: string;
}

/** About half a metre: what drawings that were made side by side differ by. */
const USUAL_TOLERANCE = 5e-6;

/** Cutting a border moves it a little, so others may lie on it then; it settles after one or two. */
const MOST_ROUNDS = 6;

/**
 * @param tolerance degrees
 * @param kept corners that keep their numbers and places
 * Refuses `redraw.unclean` with the numbers of two grids whose borders cross or overlap.
 */
export function weave(
  grids: readonly Stored[],
  tolerance = USUAL_TOLERANCE,
  kept: readonly Spot[] = [],
): Outcome<Fabric> {
  const reach = unitsOf(tolerance);
  const corners = new Corners(reach, kept);
  const edges = grids.flatMap(({ shape }, grid) =>
    (shape?.coordinates ?? []).flatMap((rings) =>
      rings.flatMap((ring) => {
        const numbers = ring.map((place) =>
          corners.near(toSpot(place as readonly [number, number])),
        );
        return numbers.slice(1).map((to, at): Edge => ({ from: numbers[at] as number, to, grid }));
      }),
    ),
  );
  const cut = cutAtCorners(edges, corners.spots, reach);
  return pairedUp(
    cut,
    corners.spots,
    grids.map(({ part }) => part),
  );
}

/** A piece of a ring, the grid on its left. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly grid: number;
}

/** Corners by the cell they lie in: those near a spot are in one of nine. */
class Corners {
  readonly spots: Spot[];
  readonly #reach: number;
  readonly #cells = new Map<string, number[]>();

  constructor(reach: number, kept: readonly Spot[]) {
    this.#reach = reach;
    this.spots = [...kept];
    for (const [corner, spot] of kept.entries()) this.#learn(corner, spot);
  }

  /** Number of the nearest corner within reach; a new one where there is none. */
  near(spot: Spot): number {
    let nearest: number | undefined;
    let least = this.#reach ** 2;
    const [column, row] = this.#cellOf(spot);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const corner of this.#cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const square = squareApart(this.spots[corner] as Spot, spot);
          if (square <= least) [nearest, least] = [corner, square];
        }
      }
    }
    if (nearest !== undefined) return nearest;
    this.#learn(this.spots.length, spot);
    this.spots.push(spot);
    return this.spots.length - 1;
  }

  #learn(corner: number, spot: Spot): void {
    const cell = this.#cellOf(spot).join(' ');
    this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), corner]);
  }

  #cellOf([x, y]: Spot): readonly [number, number] {
    return [Math.floor(x / this.#reach), Math.floor(y / this.#reach)];
  }
}

/** Borders cut where a corner of another lies on them. */
function cutAtCorners(
  edges: readonly Edge[],
  spots: readonly Spot[],
  reach: number,
): readonly Edge[] {
  const used = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort(
    (a, b) => (spots[a] as Spot)[0] - (spots[b] as Spot)[0],
  );
  const easts = used.map((corner) => (spots[corner] as Spot)[0]);
  let pending = edges.filter(({ from, to }) => from !== to);
  const settled: Edge[] = [];
  for (let round = 0; pending.length > 0 && round < MOST_ROUNDS; round += 1) {
    const again: Edge[] = [];
    for (const edge of pending) {
      const on = cornersOn(edge, spots, { used, easts, reach });
      if (on.length === 0) settled.push(edge);
      else {
        const stops = [edge.from, ...on, edge.to];
        for (const [at, to] of stops.slice(1).entries())
          again.push({ from: stops[at] as number, to, grid: edge.grid });
      }
    }
    pending = again;
  }
  return [...settled, ...pending];
}

interface Known {
  /** Corners from west to east, and how far east each lies. */
  readonly used: readonly number[];
  readonly easts: readonly number[];
  readonly reach: number;
}

/** Corners that lie on a border between its ends, in its direction. */
function cornersOn({ from, to }: Edge, spots: readonly Spot[], known: Known): readonly number[] {
  const [a, b] = [spots[from] as Spot, spots[to] as Spot];
  const [west, east] = [Math.min(a[0], b[0]) - known.reach, Math.max(a[0], b[0]) + known.reach];
  const found: { corner: number; along: number }[] = [];
  for (let at = firstFrom(known.easts, west); at < known.used.length; at += 1) {
    if ((known.easts[at] as number) > east) break;
    const corner = known.used[at] as number;
    if (corner === from || corner === to) continue;
    const spot = spots[corner] as Spot;
    const nearest = nearestOn(a, b, spot);
    if (nearest.square > known.reach ** 2) continue;
    const along = squareApart(a, nearest.at);
    if (along > 0 && squareApart(b, nearest.at) > 0) found.push({ corner, along });
  }
  return found.sort((one, other) => one.along - other.along).map(({ corner }) => corner);
}

/** Place of the first number that is not below a value. */
function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each piece once, with the grids on both its sides. */
function pairedUp(
  edges: readonly Edge[],
  corners: readonly Spot[],
  parts: readonly string[],
): Outcome<Fabric> {
  const gridOn = new Map<number, number>();
  const key = (from: number, to: number): number => from * corners.length + to;
  for (const { from, to, grid } of edges) {
    const other = gridOn.get(key(from, to));
    if (other !== undefined && other !== grid) return unclean(other, grid);
    gridOn.set(key(from, to), grid);
  }
  const pieces: Piece[] = [];
  for (const { from, to, grid: left } of edges) {
    const right = gridOn.get(key(to, from)) ?? OUTSIDE;
    if (gridOn.get(key(from, to)) === undefined) continue;
    gridOn.delete(key(from, to));
    if (right !== OUTSIDE) gridOn.delete(key(to, from));
    if (left !== right) pieces.push({ from, to, left, right });
  }
  const fabric: Fabric = { corners, pieces, parts };
  const crossing = findInterfering(fabric);
  return crossing === undefined ? done(fabric) : unclean(...gridsOf(crossing));
}

/** Of two pieces that cross, a grid of either. */
function gridsOf([one, other]: readonly [Piece, Piece]): readonly [number, number] {
  const own = (piece: Piece): readonly number[] =>
    [piece.left, piece.right].filter((grid) => grid !== OUTSIDE);
  const [first = 0] = own(one);
  return [first, own(other).find((grid) => grid !== first) ?? first];
}

function unclean(one: number, other: number): Outcome<never> {
  return refused({ code: 'redraw.unclean', detail: { one, other } });
}
