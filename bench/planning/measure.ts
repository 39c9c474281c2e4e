/** What a division is worth, computed without any code of the rules. */
import Delaunator from 'delaunator';
import type { City } from '#tests/worlds/planning-city.ts';

/** Mean distance from a household to the weighted middle of its grid, in metres. */
export function meanDistance({ x, y, weight }: City, grid: ArrayLike<number>): number {
  const sums = new Map<number, [number, number, number]>();
  for (let at = 0; at < x.length; at += 1) {
    const own = sums.get(Number(grid[at])) ?? [0, 0, 0];
    const w = Number(weight[at]);
    own[0] += w;
    own[1] += w * Number(x[at]);
    own[2] += w * Number(y[at]);
    sums.set(Number(grid[at]), own);
  }
  let [far, mass] = [0, 0];
  for (let at = 0; at < x.length; at += 1) {
    const [w, sx, sy] = sums.get(Number(grid[at])) ?? [1, 0, 0];
    if (w === 0) continue;
    far += Number(weight[at]) * Math.hypot(Number(x[at]) - sx / w, Number(y[at]) - sy / w);
    mass += Number(weight[at]);
  }
  return far / mass;
}

export interface Standing {
  readonly grids: number;
  readonly outside: number;
  /** Largest and smallest load as a share of the mean. */
  readonly highest: number;
  readonly lowest: number;
  readonly apart: number;
  /** Pairs of neighbours in different grids. */
  readonly cut: number;
}

export interface Neighbours {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** @param tolerance share by which loads may differ from the mean */
export function standing(
  weight: ArrayLike<number>,
  grid: ArrayLike<number>,
  { from, to }: Neighbours,
  tolerance: number,
): Standing {
  const load = new Map<number, number>();
  for (let at = 0; at < grid.length; at += 1)
    load.set(Number(grid[at]), (load.get(Number(grid[at])) ?? 0) + Number(weight[at]));
  const loads = [...load.values()];
  const mean = loads.reduce((sum, one) => sum + one, 0) / loads.length;
  const parent = Int32Array.from({ length: grid.length }, (_, at) => at);
  const root = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = Number(parent[Number(parent[at])]);
      at = Number(parent[at]);
    }
    return at;
  };
  let cut = 0;
  for (let edge = 0; edge < from.length; edge += 1) {
    const [one, other] = [Number(from[edge]), Number(to[edge])];
    if (grid[one] === grid[other]) parent[root(one)] = root(other);
    else cut += 1;
  }
  const pieces = new Map<number, Set<number>>();
  for (let at = 0; at < grid.length; at += 1) {
    const own = pieces.get(Number(grid[at])) ?? new Set<number>();
    own.add(root(at));
    pieces.set(Number(grid[at]), own);
  }
  return {
    grids: loads.length,
    outside: loads.filter((one) => Math.abs(one / mean - 1) > tolerance + 1e-9).length,
    highest: loads.reduce((most, one) => Math.max(most, one), 0) / mean,
    lowest: loads.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY) / mean,
    apart: [...pieces.values()].filter(({ size }) => size > 1).length,
    cut,
  };
}

/** Neighbours by triangulation: the same graph for everybody. */
export function triangulated({ x, y }: City): Neighbours {
  const coordinates = new Float64Array(x.length * 2);
  for (let at = 0; at < x.length; at += 1) {
    coordinates[2 * at] = Number(x[at]);
    coordinates[2 * at + 1] = Number(y[at]);
  }
  const { triangles, halfedges } = new Delaunator(coordinates);
  const from: number[] = [];
  const to: number[] = [];
  for (let edge = 0; edge < triangles.length; edge += 1) {
    if (Number(halfedges[edge]) > edge) continue;
    from.push(Number(triangles[edge]));
    to.push(Number(triangles[edge % 3 === 2 ? edge - 2 : edge + 1]));
  }
  return { from, to };
}

/** 4π area / perimeter² of the largest polygon of each grid, their mean. */
export function roundness(
  polygons: ReadonlyMap<number, readonly (readonly (readonly (readonly [number, number])[])[])[]>,
): number {
  let sum = 0;
  for (const [[outer = []] = []] of polygons.values()) {
    let [area, length] = [0, 0];
    for (let at = 1; at < outer.length; at += 1) {
      const [ax, ay] = outer[at - 1] ?? [0, 0];
      const [bx, by] = outer[at] ?? [0, 0];
      area += (ax * by - bx * ay) / 2;
      length += Math.hypot(bx - ax, by - ay);
    }
    sum += (4 * Math.PI * Math.abs(area)) / length ** 2;
  }
  return sum / polygons.size;
}
