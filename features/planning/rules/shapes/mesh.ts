/**
 * Borders between grids as lines through the triangles of their places: midway
 * between neighbours of different grids. Every piece of a line stays within its
 * triangle, so lines meet exactly and never cross, and each place lies within its
 * own grid. Coordinates are whole numbers (units); nothing is rounded here.
 */
import Delaunator from 'delaunator';
import { type Box, frameAround, GROUND } from '../partition/frame.ts';

/**
 * Units in a millimetre: halves and thirds of whole millimetres are whole and even,
 * and 2,000 km of them are still exact in a double.
 */
const UNITS_IN_MILLIMETRE = 1_200_000;
const UNITS_IN_METRE = UNITS_IN_MILLIMETRE * 1000;

export const toUnits = (metres: number): number => Math.round(metres * 1000) * UNITS_IN_MILLIMETRE;
/** Odd, so that a boundary's corner is never on a corner of a border. */
export const toOddUnits = (metres: number): number =>
  2 * Math.round((metres * UNITS_IN_METRE - 1) / 2) + 1;
export const toMetres = (units: number): number => units / UNITS_IN_METRE;

export interface Mesh {
  /** Places, then the frame around everything. Units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Grid of each; the frame's is that of the place it is next to. */
  readonly label: Int32Array;
  readonly triangles: Uint32Array;
  readonly halfedges: Int32Array;
}

export interface Lines {
  /** Corners, in units. */
  readonly x: number[];
  readonly y: number[];
  /** Pieces from one corner to another, with the grid on either side. */
  readonly from: number[];
  readonly to: number[];
  readonly left: number[];
  readonly right: number[];
}

/** @param box everything that will be cut out lies in it; metres as the places */
export function meshOf(x: Float64Array, y: Float64Array, label: Int32Array, box: Box): Mesh {
  const frame = frameAround(box, GROUND);
  const count = x.length;
  const mesh = {
    x: new Float64Array(count + frame.length),
    y: new Float64Array(count + frame.length),
    label: new Int32Array(count + frame.length).fill(-1),
  };
  for (let at = 0; at < count; at += 1) {
    mesh.x[at] = toUnits(x[at] as number);
    mesh.y[at] = toUnits(y[at] as number);
    mesh.label[at] = label[at] as number;
  }
  for (const [at, [fx, fy]] of frame.entries()) {
    mesh.x[count + at] = toUnits(fx);
    mesh.y[count + at] = toUnits(fy);
  }
  const coordinates = new Float64Array(2 * mesh.x.length);
  for (let at = 0; at < mesh.x.length; at += 1) {
    // Whole millimetres are exact in the triangulation's predicates for any city.
    coordinates[2 * at] = (mesh.x[at] as number) / UNITS_IN_MILLIMETRE;
    coordinates[2 * at + 1] = (mesh.y[at] as number) / UNITS_IN_MILLIMETRE;
  }
  const { triangles, halfedges } = new Delaunator(coordinates);
  labelFrame({ ...mesh, triangles, halfedges }, count);
  return { ...mesh, triangles, halfedges };
}

/** The nearest place next to a frame's point gives it its grid, then the others of the frame. */
function labelFrame({ x, y, label, triangles }: Mesh, count: number): void {
  const apart = new Float64Array(x.length).fill(Number.POSITIVE_INFINITY);
  const fromPlaces = (at: number, near: number): void => {
    if (at < count || near >= count) return;
    const square =
      ((x[at] as number) - (x[near] as number)) ** 2 +
      ((y[at] as number) - (y[near] as number)) ** 2;
    if (square >= (apart[at] as number)) return;
    apart[at] = square;
    label[at] = label[near] as number;
  };
  eachEdge(triangles, fromPlaces);
  let missing = true;
  while (missing) {
    missing = false;
    eachEdge(triangles, (at, near) => {
      if (at < count || (label[at] as number) >= 0) return;
      if ((label[near] as number) >= 0) label[at] = label[near] as number;
      else missing = true;
    });
  }
}

function eachEdge(triangles: Uint32Array, each: (at: number, near: number) => void): void {
  for (let corner = 0; corner < triangles.length; corner += 1) {
    const next = corner % 3 === 2 ? corner - 2 : corner + 1;
    each(triangles[corner] as number, triangles[next] as number);
    each(triangles[next] as number, triangles[corner] as number);
  }
}

/** Borders of all grids. */
export function linesOf(mesh: Mesh): Lines {
  const lines: Lines = { x: [], y: [], from: [], to: [], left: [], right: [] };
  const middle = new Int32Array(mesh.halfedges.length).fill(-1);
  const turned = isClockwise(mesh);
  for (let triangle = 0; triangle < mesh.triangles.length; triangle += 3)
    addTriangle(mesh, lines, middle, triangle, turned);
  return lines;
}

function isClockwise({ x, y, triangles }: Mesh): boolean {
  const [a, b, c] = [triangles[0] as number, triangles[1] as number, triangles[2] as number];
  const left = ((x[b] as number) - (x[a] as number)) * ((y[c] as number) - (y[a] as number));
  const right = ((y[b] as number) - (y[a] as number)) * ((x[c] as number) - (x[a] as number));
  return left < right;
}

function addTriangle(
  mesh: Mesh,
  lines: Lines,
  middle: Int32Array,
  triangle: number,
  turned: boolean,
): void {
  const grids = [0, 1, 2].map(
    (corner) => mesh.label[mesh.triangles[triangle + corner] as number] as number,
  );
  const [a, b, c] = grids as [number, number, number];
  if (a === b && b === c) return;
  const add = (from: number, to: number, left: number, right: number): void => {
    lines.from.push(from);
    lines.to.push(to);
    lines.left.push(turned ? right : left);
    lines.right.push(turned ? left : right);
  };
  const mid = (edge: number): number => middleOf(mesh, lines, middle, triangle + edge);
  if (a !== b && b !== c && c !== a) {
    const centre = centreOf(mesh, lines, triangle);
    add(mid(0), centre, a, b);
    add(mid(1), centre, b, c);
    add(mid(2), centre, c, a);
  } else if (b === c) add(mid(0), mid(2), a, b);
  else if (a === c) add(mid(1), mid(0), b, c);
  else add(mid(2), mid(1), c, a);
}

/** The corner in the middle of an edge, one for both its triangles. */
function middleOf(mesh: Mesh, lines: Lines, middle: Int32Array, edge: number): number {
  const twin = mesh.halfedges[edge] as number;
  const known = Math.max(middle[edge] as number, twin < 0 ? -1 : (middle[twin] as number));
  if (known >= 0) return known;
  const one = mesh.triangles[edge] as number;
  const other = mesh.triangles[edge % 3 === 2 ? edge - 2 : edge + 1] as number;
  const corner = lines.x.length;
  lines.x.push(((mesh.x[one] as number) + (mesh.x[other] as number)) / 2);
  lines.y.push(((mesh.y[one] as number) + (mesh.y[other] as number)) / 2);
  middle[edge] = corner;
  return corner;
}

function centreOf({ x, y, triangles }: Mesh, lines: Lines, triangle: number): number {
  const [a, b, c] = [0, 1, 2].map((corner) => triangles[triangle + corner] as number) as [
    number,
    number,
    number,
  ];
  lines.x.push(((x[a] as number) + (x[b] as number) + (x[c] as number)) / 3);
  lines.y.push(((y[a] as number) + (y[b] as number) + (y[c] as number)) / 3);
  return lines.x.length - 1;
}

/**
 * The grid a spot lies in. Within a triangle of two grids the line runs where the
 * odd corner has half of the say, within one of three each corner has where it has most.
 */
export function gridAt(mesh: Mesh, px: number, py: number): number {
  const { x, y, label, triangles } = mesh;
  let best = { least: Number.NEGATIVE_INFINITY, grid: -1 };
  for (let triangle = 0; triangle < triangles.length; triangle += 3) {
    const corners = [0, 1, 2].map((corner) => triangles[triangle + corner] as number) as [
      number,
      number,
      number,
    ];
    const [a, b, c] = corners;
    const area = (one: number, other: number): number =>
      ((x[one] as number) - px) * ((y[other] as number) - py) -
      ((y[one] as number) - py) * ((x[other] as number) - px);
    const parts = [area(b, c), area(c, a), area(a, b)];
    const whole = (parts[0] as number) + (parts[1] as number) + (parts[2] as number);
    const says = parts.map((part) => part / whole);
    const least = Math.min(...says);
    if (least <= best.least) continue;
    best = {
      least,
      grid: strongest(
        corners.map((corner) => label[corner] as number),
        says,
      ),
    };
    if (least >= 0) break;
  }
  return best.grid;
}

function strongest(grids: readonly number[], says: readonly number[]): number {
  if (new Set(grids).size === 3) return grids[says.indexOf(Math.max(...says))] as number;
  const sums = new Map<number, number>();
  for (const [at, grid] of grids.entries())
    sums.set(grid, (sums.get(grid) ?? 0) + (says[at] as number));
  return [...sums].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
