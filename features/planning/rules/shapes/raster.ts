/** Points in cells, to ask quickly whether a triangle holds any. */

type Corner = readonly [number, number];

export interface Raster {
  /** True where a point in or on the triangle passes `counts`. */
  any(a: Corner, b: Corner, c: Corner, counts: (point: number) => boolean): boolean;
}

const POINTS_A_CELL = 2;
const MOST_CELLS = 2048;

export function rasterOf(x: Float64Array, y: Float64Array): Raster {
  const count = x.length;
  const least = (values: Float64Array) =>
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: Float64Array) =>
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const [west, south] = [least(x), least(y)];
  const wide = Math.max(most(x) - west, most(y) - south, 1);
  const side = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(count / POINTS_A_CELL))));
  const cell = (value: number, from: number): number =>
    Math.min(side - 1, Math.max(0, Math.floor(((value - from) / wide) * side)));
  const first = new Int32Array(side * side + 1);
  const cells = x.map((px, at) => cell(y[at] as number, south) * side + cell(px, west));
  for (const own of cells) first[own + 1] = (first[own + 1] as number) + 1;
  for (let at = 0; at < side * side; at += 1)
    first[at + 1] = (first[at + 1] as number) + (first[at] as number);
  const fill = first.slice();
  const points = new Int32Array(count);
  for (const [at, own] of cells.entries()) {
    points[fill[own] as number] = at;
    fill[own] = (fill[own] as number) + 1;
  }
  return {
    any(a, b, c, counts) {
      const columns = [a, b, c].map(([px]) => cell(px, west));
      const rows = [a, b, c].map(([, py]) => cell(py, south));
      for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) {
        const start = first[row * side + Math.min(...columns)] as number;
        const end = first[row * side + Math.max(...columns) + 1] as number;
        for (let slot = start; slot < end; slot += 1) {
          const point = points[slot] as number;
          const within = isWithin([x[point] as number, y[point] as number], a, b, c);
          if (within && counts(point)) return true;
        }
      }
      return false;
    },
  };
}

/** In the triangle or, as far as rounding can tell, on its edge. */
function isWithin(point: Corner, a: Corner, b: Corner, c: Corner): boolean {
  const turn = (from: Corner, to: Corner): number => {
    const left = (to[0] - from[0]) * (point[1] - from[1]);
    const right = (to[1] - from[1]) * (point[0] - from[0]);
    const value = left - right;
    return Math.abs(value) <= (Math.abs(left) + Math.abs(right)) * 8 * Number.EPSILON ? 0 : value;
  };
  const turns = [turn(a, b), turn(b, c), turn(c, a)];
  return turns.every((value) => value >= 0) || turns.every((value) => value <= 0);
}
