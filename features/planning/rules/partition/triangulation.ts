/** Who is next to whom, from coordinates alone: the edges of the Delaunay triangulation. */
import Delaunator from 'delaunator';
import { boxAround, frameAround, NEIGHBOURHOOD } from './frame.ts';

/** Pairs of neighbours, each once. */
export interface Pairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Their common borders, 1 on average; absent where nobody knows them. */
  readonly border?: Float64Array;
}

/** Distinct points only. Points on one line are neighbours along it. */
export function delaunayPairs(x: Float64Array, y: Float64Array, frame = NEIGHBOURHOOD): Pairs {
  const count = x.length;
  if (count < 2) return { from: new Int32Array(0), to: new Int32Array(0) };
  const coordinates = framed(x, y, frameAround(boxAround(x, y), frame));
  const { triangles, halfedges } = new Delaunator(coordinates);
  const from = new Int32Array(triangles.length + count);
  const to = new Int32Array(triangles.length + count);
  const seen = new Uint8Array(count);
  let edges = 0;
  for (let edge = 0; edge < triangles.length; edge += 1) {
    const start = triangles[edge] as number;
    if (start < count) seen[start] = 1;
    const end = triangles[after(edge)] as number;
    const twin = halfedges[edge] as number;
    if (twin > edge || start >= count || end >= count) continue;
    const [third, fourth] = [triangles[after(after(edge))], triangles[after(after(twin))]];
    if (isOnCircle(coordinates, [start, end, third as number, fourth as number])) continue;
    from[edges] = start;
    to[edges] = end;
    edges += 1;
  }
  // The triangulation leaves out a point it cannot tell from another.
  const first = Math.max(0, seen.indexOf(1));
  for (let at = 0; at < count; at += 1) {
    if (seen[at] === 1) continue;
    from[edges] = at;
    to[edges] = nearestOf(x, y, at, seen, first);
    edges += 1;
  }
  return { from: from.slice(0, edges), to: to.slice(0, edges) };
}

/** Points, then their frame; x, y one after another. */
function framed(
  x: Float64Array,
  y: Float64Array,
  frame: readonly (readonly [number, number])[],
): Float64Array {
  const coordinates = new Float64Array(2 * (x.length + frame.length));
  for (let at = 0; at < x.length; at += 1) {
    coordinates[2 * at] = x[at] as number;
    coordinates[2 * at + 1] = y[at] as number;
  }
  coordinates.set(frame.flat(), 2 * x.length);
  return coordinates;
}

const after = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);

/** Of the four's places, relative to what is compared. */
const ROUNDING = 1e-9;

/**
 * True where four lie on one circle: then either diagonal is as good, and which one a
 * triangulation takes is chance. Nobody is a neighbour by chance.
 */
function isOnCircle(
  coordinates: Float64Array,
  [a, b, c, d]: readonly [number, number, number, number],
): boolean {
  const [dx, dy] = [coordinates[2 * d] as number, coordinates[2 * d + 1] as number];
  const [ax, ay] = [(coordinates[2 * a] as number) - dx, (coordinates[2 * a + 1] as number) - dy];
  const [bx, by] = [(coordinates[2 * b] as number) - dx, (coordinates[2 * b + 1] as number) - dy];
  const [cx, cy] = [(coordinates[2 * c] as number) - dx, (coordinates[2 * c + 1] as number) - dy];
  const [aa, bb, cc] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const within = aa * (bx * cy - cx * by) + bb * (cx * ay - ax * cy) + cc * (ax * by - bx * ay);
  const size =
    aa * (Math.abs(bx * cy) + Math.abs(cx * by)) +
    bb * (Math.abs(cx * ay) + Math.abs(ax * cy)) +
    cc * (Math.abs(ax * by) + Math.abs(bx * ay));
  return Math.abs(within) <= size * ROUNDING;
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
