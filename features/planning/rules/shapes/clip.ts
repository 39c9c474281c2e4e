/**
 * Borders cut off at the boundary. A border and the boundary meet in one corner
 * that both use, so that what is cut out tiles the boundary without gap or overlap.
 */
import { segmentIndex } from '../partition/segment-index.ts';
import { gridAt, type Lines, type Mesh } from './mesh.ts';
import { side } from './side.ts';

/** Rings in units with odd coordinates, not closed, the inside on their left. */
export type Rings = readonly (readonly (readonly [number, number])[])[];

/** Directed pieces with the grid on their left; together the outlines of all grids. */
export interface Pieces {
  readonly from: number[];
  readonly to: number[];
  readonly left: number[];
  /** Grid on the other side; -1 along the boundary. */
  readonly right: number[];
}

interface Meeting {
  /** Part of the border's piece. */
  readonly along: number;
  /** Part of the boundary's edge. */
  readonly edgePart: number;
  readonly edge: number;
  readonly piece: number;
  readonly corner: number;
}

/** @param lines gets the corners of the boundary and of the meetings added */
export function clipped(mesh: Mesh, lines: Lines, rings: Rings): Pieces {
  const edges = edgesOf(lines, rings);
  const meetings = meetingsOf(lines, edges);
  const result: Pieces = { from: [], to: [], left: [], right: [] };
  keepInside(lines, rings, meetings, result);
  alongBoundary(mesh, lines, edges, meetings, result);
  return result;
}

interface Edges {
  /** Corners of each edge. */
  readonly from: number[];
  readonly to: number[];
  /** First edge of each ring, and the end. */
  readonly ring: number[];
}

function edgesOf(lines: Lines, rings: Rings): Edges {
  const edges: Edges = { from: [], to: [], ring: [0] };
  for (const ring of rings) {
    const first = lines.x.length;
    for (const [at, [x, y]] of ring.entries()) {
      lines.x.push(x);
      lines.y.push(y);
      edges.from.push(first + at);
      edges.to.push(first + ((at + 1) % ring.length));
    }
    edges.ring.push(edges.from.length);
  }
  return edges;
}

function meetingsOf(lines: Lines, edges: Edges): readonly Meeting[] {
  const { x, y } = lines;
  const flat = new Float64Array(edges.from.length * 4);
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const [a, b] = [edges.from[edge] as number, edges.to[edge] as number];
    flat.set([x[a] as number, y[a] as number, x[b] as number, y[b] as number], 4 * edge);
  }
  const index = segmentIndex(flat);
  const meetings: Meeting[] = [];
  for (let piece = 0; piece < lines.from.length; piece += 1) {
    const [p, q] = [lines.from[piece] as number, lines.to[piece] as number];
    const seen = new Set<number>();
    index.near(x[p] as number, y[p] as number, x[q] as number, y[q] as number, (edge) => {
      if (seen.has(edge)) return;
      seen.add(edge);
      const [a, b] = [edges.from[edge] as number, edges.to[edge] as number];
      const meeting = meet(lines, [p, q], [a, b]);
      if (meeting !== undefined) meetings.push({ ...meeting, edge, piece });
    });
  }
  return meetings;
}

/** Where piece pq crosses edge ab; a corner on the other's line counts as left of it, always. */
function meet(
  { x, y }: Lines,
  [p, q]: readonly [number, number],
  [a, b]: readonly [number, number],
): Pick<Meeting, 'along' | 'edgePart' | 'corner'> | undefined {
  const at = (corner: number) => [x[corner] as number, y[corner] as number] as const;
  if (side(at(a), at(b), at(p)) >= 0 === side(at(a), at(b), at(q)) >= 0) return undefined;
  if (side(at(p), at(q), at(a)) >= 0 === side(at(p), at(q), at(b)) >= 0) return undefined;
  const [dx, dy] = [(x[q] as number) - (x[p] as number), (y[q] as number) - (y[p] as number)];
  const [ex, ey] = [(x[b] as number) - (x[a] as number), (y[b] as number) - (y[a] as number)];
  const [fx, fy] = [(x[a] as number) - (x[p] as number), (y[a] as number) - (y[p] as number)];
  const across = dx * ey - dy * ex;
  if (across === 0) return undefined;
  const along = Math.min(1, Math.max(0, (fx * ey - fy * ex) / across));
  const edgePart = Math.min(1, Math.max(0, (fx * dy - fy * dx) / across));
  x.push(Math.round((x[p] as number) + along * dx));
  y.push(Math.round((y[p] as number) + along * dy));
  return { along, edgePart, corner: x.length - 1 };
}

/** The parts of border pieces within the boundary, each once in either direction. */
function keepInside(
  lines: Lines,
  rings: Rings,
  meetings: readonly Meeting[],
  result: Pieces,
): void {
  const byPiece = grouped(
    meetings,
    ({ piece }) => piece,
    (a, b) => a.along - b.along,
  );
  const inside = insideOf(lines, rings, byPiece);
  for (let piece = 0; piece < lines.from.length; piece += 1) {
    const [from, to] = [lines.from[piece] as number, lines.to[piece] as number];
    const corners = [from, ...(byPiece.get(piece) ?? []).map(({ corner }) => corner), to];
    let within = inside[from] === 1;
    for (let at = 0; at + 1 < corners.length; at += 1) {
      const [one, other] = [corners[at] as number, corners[at + 1] as number];
      if (within && one !== other) {
        const [left, right] = [lines.left[piece] as number, lines.right[piece] as number];
        put(result, one, other, left, right);
        put(result, other, one, right, left);
      }
      within = !within;
    }
  }
}

function put(result: Pieces, from: number, to: number, left: number, right: number): void {
  result.from.push(from);
  result.to.push(to);
  result.left.push(left);
  result.right.push(right);
}

function grouped<One>(
  all: readonly One[],
  by: (one: One) => number,
  order: (a: One, b: One) => number,
): ReadonlyMap<number, readonly One[]> {
  const groups = new Map<number, One[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  for (const group of groups.values()) group.sort(order);
  return groups;
}

/** For each corner of the borders whether it is within: one is looked up, the rest follow. */
function insideOf(
  lines: Lines,
  rings: Rings,
  byPiece: ReadonlyMap<number, readonly Meeting[]>,
): Int8Array {
  const inside = new Int8Array(lines.x.length).fill(-1);
  const beside = neighboursAlong(lines);
  for (const start of beside.keys()) {
    if (inside[start] !== -1) continue;
    inside[start] = isInside(rings, lines.x[start] as number, lines.y[start] as number) ? 1 : 0;
    follow(inside, start, beside, (piece) => (byPiece.get(piece)?.length ?? 0) % 2 === 1);
  }
  return inside;
}

function follow(
  inside: Int8Array,
  start: number,
  beside: ReadonlyMap<number, readonly Beside[]>,
  changes: (piece: number) => boolean,
): void {
  const queue = [start];
  for (const at of queue) {
    for (const { to, piece } of beside.get(at) ?? []) {
      if (inside[to] !== -1) continue;
      inside[to] = (inside[at] as number) ^ Number(changes(piece));
      queue.push(to);
    }
  }
}

interface Beside {
  readonly to: number;
  readonly piece: number;
}

function neighboursAlong({ from, to }: Lines): ReadonlyMap<number, readonly Beside[]> {
  const beside = new Map<number, Beside[]>();
  const note = (one: number, other: number, piece: number): void => {
    const known = beside.get(one);
    if (known === undefined) beside.set(one, [{ to: other, piece }]);
    else known.push({ to: other, piece });
  };
  for (let piece = 0; piece < from.length; piece += 1) {
    note(from[piece] as number, to[piece] as number, piece);
    note(to[piece] as number, from[piece] as number, piece);
  }
  return beside;
}

/** Crossings of a ray to the east over all rings. */
export function isInside(rings: Rings, px: number, py: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [at, a] of ring.entries()) {
      const b = ring[(at + 1) % ring.length] ?? a;
      if (a[1] > py === b[1] > py) continue;
      const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
      if (side(low, high, [px, py]) >= 0) inside = !inside;
    }
  }
  return inside;
}

/** The boundary's edges, split where borders meet them, each with the grid inside. */
function alongBoundary(
  mesh: Mesh,
  lines: Lines,
  edges: Edges,
  meetings: readonly Meeting[],
  result: Pieces,
): void {
  const byEdge = grouped(
    meetings,
    ({ edge }) => edge,
    (a, b) => a.edgePart - b.edgePart,
  );
  for (let ring = 0; ring + 1 < edges.ring.length; ring += 1) {
    const [first, end] = [edges.ring[ring] as number, edges.ring[ring + 1] as number];
    const corners: Turn[] = [];
    for (let edge = first; edge < end; edge += 1) {
      corners.push({ corner: edges.from[edge] as number, after: -1 });
      for (const meeting of byEdge.get(edge) ?? [])
        corners.push({ corner: meeting.corner, after: gridAfter(lines, edges, meeting) });
    }
    const met = corners.findLast(({ after }) => after >= 0);
    const start = edges.from[first] as number;
    const grid = met?.after ?? gridAt(mesh, lines.x[start] as number, lines.y[start] as number);
    around(corners, grid, result);
  }
}

interface Turn {
  readonly corner: number;
  /** Grid from here on; -1 where it stays the same. */
  readonly after: number;
}

function around(corners: readonly Turn[], begun: number, result: Pieces): void {
  let grid = begun;
  for (const [at, { corner, after }] of corners.entries()) {
    if (after >= 0) grid = after;
    const next = corners[(at + 1) % corners.length]?.corner ?? corner;
    if (next !== corner) put(result, corner, next, grid, -1);
  }
}

/** The grid on the boundary's inside beyond a meeting. */
function gridAfter({ x, y, from, to, left, right }: Lines, edges: Edges, meeting: Meeting): number {
  const at = (corner: number) => [x[corner] as number, y[corner] as number] as const;
  const { piece, edge } = meeting;
  const [p, q] = [from[piece] as number, to[piece] as number];
  const isLeft = side(at(p), at(q), at(edges.to[edge] as number)) >= 0;
  return (isLeft ? left[piece] : right[piece]) as number;
}
