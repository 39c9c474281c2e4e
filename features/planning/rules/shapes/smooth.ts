/**
 * Borders with fewer corners. A corner goes only where the triangle it cuts off
 * holds no household and no other corner: so every household stays on its side,
 * and no two lines come to cross.
 */
import type { Places } from '../partition/places.ts';
import type { Pieces } from './clip.ts';
import { type Lines, toUnits } from './mesh.ts';
import { type Raster, rasterOf } from './raster.ts';

const PASSES = 4;

interface Chains {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The two neighbours of a corner that may go; -1 where it has others. */
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly gone: Uint8Array;
}

export function smoothed(places: Places, lines: Lines, pieces: Pieces): Pieces {
  const { chains, fixed, used } = chainsOf(lines, pieces);
  const households = rasterOf(places.x.map(toUnits), places.y.map(toUnits));
  const raster = rasterOf(
    Float64Array.from(used, (corner) => lines.x[corner] as number),
    Float64Array.from(used, (corner) => lines.y[corner] as number),
  );
  for (let pass = 0; pass < PASSES; pass += 1) {
    let removed = 0;
    for (const corner of used) {
      const stays = fixed[corner] === 1 || chains.gone[corner] === 1;
      if (stays || !mayGo(chains, corner, households, { raster, used })) continue;
      remove(chains, corner);
      removed += 1;
    }
    if (removed === 0) break;
  }
  return rejoined(chains, fixed, pieces);
}

/** Corners between two pieces of border may go; where three meet, or at the boundary, they stay. */
function chainsOf(lines: Lines, { from, to, right }: Pieces) {
  const corners = lines.x.length;
  const chains: Chains = {
    x: lines.x,
    y: lines.y,
    one: new Int32Array(corners).fill(-1),
    other: new Int32Array(corners).fill(-1),
    gone: new Uint8Array(corners),
  };
  const degree = new Uint8Array(corners);
  const atBoundary = new Uint8Array(corners);
  for (const [piece, corner] of from.entries()) {
    degree[corner] = (degree[corner] as number) + 1;
    if (right[piece] === -1) atBoundary[corner] = 1;
    const way = degree[corner] === 1 ? chains.one : chains.other;
    way[corner] = to[piece] as number;
  }
  const fixed = degree.map((count, corner) => (count === 2 && atBoundary[corner] === 0 ? 0 : 1));
  const used = Int32Array.from(degree.keys()).filter((corner) => (degree[corner] as number) > 0);
  return { chains, fixed, used };
}

interface Corners {
  readonly raster: Raster;
  readonly used: Int32Array;
}

function mayGo(chains: Chains, corner: number, households: Raster, corners: Corners): boolean {
  const one = chains.one[corner] as number;
  const other = chains.other[corner] as number;
  if (one === other) return false;
  // A ring of three is not made two.
  if (chains.one[one] === other || chains.other[one] === other) return false;
  const at = (place: number): Corner => [chains.x[place] as number, chains.y[place] as number];
  const triangle: Triangle = [at(one), at(corner), at(other)];
  if (isLongWay(triangle)) return false;
  if (households.any(...triangle, () => true)) return false;
  return !corners.raster.any(...triangle, (found) => {
    const near = corners.used[found] as number;
    return chains.gone[near] === 0 && near !== one && near !== corner && near !== other;
  });
}

type Corner = readonly [number, number];
type Triangle = readonly [Corner, Corner, Corner];

/** A border keeps its way: a corner that stands out by more than half the new line's length stays. */
function isLongWay([a, b, c]: Triangle): boolean {
  const [dx, dy] = [c[0] - a[0], c[1] - a[1]];
  const twice = Math.abs(dx * (b[1] - a[1]) - dy * (b[0] - a[0]));
  return twice > (dx * dx + dy * dy) * 0.5;
}

function remove({ one, other, gone }: Chains, corner: number): void {
  const [before, after] = [one[corner] as number, other[corner] as number];
  gone[corner] = 1;
  relink(one, other, before, corner, after);
  relink(one, other, after, corner, before);
}

function relink(one: Int32Array, other: Int32Array, at: number, from: number, to: number): void {
  if (one[at] === from) one[at] = to;
  else if (other[at] === from) other[at] = to;
}

/** Pieces between the corners that stayed. */
function rejoined({ gone }: Chains, fixed: Uint8Array, pieces: Pieces): Pieces {
  const next = new Map<string, number>();
  const key = (corner: number, grid: number): string => `${corner} ${grid}`;
  for (let piece = 0; piece < pieces.from.length; piece += 1) {
    const from = pieces.from[piece] as number;
    if (gone[from] === 1)
      next.set(key(from, pieces.left[piece] as number), pieces.to[piece] as number);
  }
  const result: Pieces = { from: [], to: [], left: [], right: [] };
  for (let piece = 0; piece < pieces.from.length; piece += 1) {
    const from = pieces.from[piece] as number;
    if (gone[from] === 1) continue;
    const grid = pieces.left[piece] as number;
    let to = pieces.to[piece] as number;
    while (gone[to] === 1 && fixed[to] === 0) to = next.get(key(to, grid)) ?? from;
    result.from.push(from);
    result.to.push(to);
    result.left.push(grid);
    result.right.push(pieces.right[piece] as number);
  }
  return result;
}
