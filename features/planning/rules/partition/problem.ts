/** What is divided into grids, and by which rules (M86, M81, M74). */

/** Lines nobody is a neighbour across: rivers, railways, main roads. Metres, as the points. */
export interface Barriers {
  /** Segments one after another: x1, y1, x2, y2. */
  readonly walls: Float64Array;
  /** Where walls may be crossed: segments as above; a single place is a segment of no length. */
  readonly bridges: Float64Array;
  /** How far from its line a bridge opens a wall, in metres. */
  readonly reach: number;
}

export interface PartitionProblem {
  /** Metres in a flat projection. Degrees are projected before (`projection.ts`). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Households, people: what is to be shared out evenly. */
  readonly weight: Float64Array;
  /** Part each point belongs to, 0 and up; no grid crosses from one to another. */
  readonly part?: Int32Array;
  /** Grid of today by number, -1 where there is none. */
  readonly previous?: Int32Array;
  /** Grid by number in which a point must be, -1 where it may be in any. Same numbers as `previous`. */
  readonly pinned?: Int32Array;
  readonly barriers?: Barriers;
  /** Pairs of points that are neighbours, one after another; by triangulation where not given. */
  readonly links?: Int32Array;
  /**
   * How long the common border of each pair of `links` is, in metres: then grids get short
   * outlines too, for a little more distance. Without, a pair apart counts like any other.
   */
  readonly lengths?: Float64Array;
  readonly size: Size;
  /** Share by which a grid may be larger or smaller than it should, 0 to below 1. */
  readonly tolerance: number;
  /** Bounds in place of those from the tolerance. */
  readonly least?: number;
  readonly most?: number;
  /**
   * Price of moving: a household changes its grid only where that brings it
   * this many metres' worth nearer. Asked for with `previous` only.
   */
  readonly stay?: number;
  readonly seed: number;
}

/** By size of a grid, or by how many there are. */
export type Size = { readonly target: number } | { readonly grids: number };

/** A grid is right between these two, ends included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Rounding of sums and of `target × (1 ± tolerance)`, relative. */
const ROUNDING = 1e-9;

/** True within bounds, so that 115 is within 100 ± 15% although 100 × 1.15 is a hair less. */
export function isWithin(load: number, { least, most }: Bounds): boolean {
  return load >= least - Math.abs(least) * ROUNDING && load <= most + Math.abs(most) * ROUNDING;
}

/** By how much a load is outside its bounds; 0 within. */
export function excess(load: number, bounds: Bounds): number {
  if (isWithin(load, bounds)) return 0;
  return load > bounds.most ? load - bounds.most : bounds.least - load;
}
