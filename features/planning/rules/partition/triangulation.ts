/** Who is next to whom, from coordinates alone: the edges of the Delaunay triangulation. */
import Delaunator from 'delaunator';

/** Pairs of neighbours, each once. */
export interface Pairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Their common borders, 1 on average; absent where nobody knows them. */
  readonly border?: Float64Array;
}

/** Distinct points only. Points on one line are neighbours along it. */
export function delaunayPairs(x: Float64Array, y: Float64Array): Pairs {
  const count = x.length;
  if (count < 2) return { from: new Int32Array(0), to: new Int32Array(0) };
  const coordinates = new Float64Array(count * 2);
  for (let at = 0; at < count; at += 1) {
    coordinates[2 * at] = x[at] as number;
    coordinates[2 * at + 1] = y[at] as number;
  }
  const { triangles, halfedges, hull } = new Delaunator(coordinates);
  if (triangles.length === 0) return chain(alongLine(x, y));
  const from = new Int32Array(triangles.length + count);
  const to = new Int32Array(triangles.length + count);
  const seen = new Uint8Array(count);
  let edges = 0;
  for (let edge = 0; edge < triangles.length; edge += 1) {
    const start = triangles[edge] as number;
    seen[start] = 1;
    if ((halfedges[edge] as number) > edge) continue;
    from[edges] = start;
    to[edges] = triangles[edge % 3 === 2 ? edge - 2 : edge + 1] as number;
    edges += 1;
  }
  // The triangulation leaves out a point it cannot tell from another: it goes with the hull.
  for (let at = 0; at < count; at += 1) {
    if (seen[at] === 1) continue;
    from[edges] = at;
    to[edges] = nearestOf(x, y, at, seen, hull[0] as number);
    edges += 1;
  }
  return { from: from.subarray(0, edges), to: to.subarray(0, edges) };
}

function nearestOf(
  x: Float64Array,
  y: Float64Array,
  of: number,
  among: Uint8Array,
  start: number,
): number {
  const apart = (at: number): number =>
    ((x[at] as number) - (x[of] as number)) ** 2 + ((y[at] as number) - (y[of] as number)) ** 2;
  let best = start;
  for (let at = 0; at < x.length; at += 1) {
    if (among[at] === 1 && apart(at) < apart(best)) best = at;
  }
  return best;
}

function alongLine(x: Float64Array, y: Float64Array): Int32Array {
  const order = Int32Array.from(x.keys());
  return order.sort(
    (a, b) => (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number) || a - b,
  );
}

function chain(order: Int32Array): Pairs {
  return { from: order.slice(0, -1), to: order.slice(1) };
}
