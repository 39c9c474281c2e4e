/**
 * Points at one spot (a tower of flats) are one place: they are never torn
 * apart, and triangulation needs distinct coordinates. Places follow a Hilbert
 * curve, so that what lies together is together in memory.
 */
import type { PartitionProblem } from './problem.ts';

/** Coordinates are told apart to this many metres. */
const GRAIN = 0.001;

export interface Places {
  readonly count: number;
  /** Place of each point. */
  readonly of: Int32Array;
  /** Metres from `origin`, whole millimetres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  readonly part: Int32Array;
  readonly previous: Int32Array;
  readonly pinned: Int32Array;
  readonly origin: readonly [number, number];
  /** Points whose pin contradicts another at the same spot; the first counts. */
  readonly contradicted: readonly number[];
}

export function placesOf(problem: PartitionProblem): Places {
  const points = problem.x.length;
  const origin = [lowest(problem.x), lowest(problem.y)] as const;
  const order = hilbertOrder(problem.x, problem.y, origin);
  const made = emptyPlaces(points, origin);
  const table = new Int32Array(tableSize(points)).fill(-1);
  const votes = new Float64Array(points);
  let count = 0;
  for (let turn = 0; turn < points; turn += 1) {
    const point = order[turn] as number;
    const x = Math.round(((problem.x[point] as number) - origin[0]) / GRAIN);
    const y = Math.round(((problem.y[point] as number) - origin[1]) / GRAIN);
    const part = problem.part?.[point] ?? 0;
    const slot = slotOf(made, table, x, y, part);
    let place = table[slot] as number;
    if (place < 0) {
      place = count;
      count += 1;
      table[slot] = place;
      made.x[place] = x;
      made.y[place] = y;
      made.part[place] = part;
    }
    addPoint(made, problem, point, place, votes);
  }
  return inMetres(made, count);
}

function emptyPlaces(points: number, origin: readonly [number, number]): Places & Growing {
  return {
    count: 0,
    of: new Int32Array(points),
    x: new Float64Array(points),
    y: new Float64Array(points),
    weight: new Float64Array(points),
    part: new Int32Array(points),
    previous: new Int32Array(points).fill(-1),
    pinned: new Int32Array(points).fill(-1),
    origin,
    contradicted: [],
  };
}

interface Growing {
  readonly contradicted: number[];
}

/** A spot's grid of today is that of the most weight there. */
function addPoint(
  made: Places & Growing,
  problem: PartitionProblem,
  point: number,
  place: number,
  votes: Float64Array,
): void {
  const weight = problem.weight[point] as number;
  made.of[point] = place;
  made.weight[place] = (made.weight[place] as number) + weight;
  vote(made, problem.previous?.[point] ?? -1, place, weight, votes);
  const pin = problem.pinned?.[point] ?? -1;
  if (pin < 0) return;
  if ((made.pinned[place] as number) < 0) made.pinned[place] = pin;
  else if (made.pinned[place] !== pin) made.contradicted.push(point);
}

/** Boyer and Moore's vote, by weight. */
function vote(made: Places, grid: number, place: number, weight: number, votes: Float64Array) {
  if (grid < 0) return;
  const voice = Math.max(weight, 1e-9);
  const held = votes[place] as number;
  if ((made.previous[place] as number) < 0 || held < voice) {
    if (made.previous[place] === grid) votes[place] = held + voice;
    else {
      made.previous[place] = grid;
      votes[place] = voice - held;
    }
  } else votes[place] = made.previous[place] === grid ? held + voice : held - voice;
}

function inMetres(made: Places & Growing, count: number): Places {
  const x = made.x.slice(0, count);
  const y = made.y.slice(0, count);
  for (let place = 0; place < count; place += 1) {
    x[place] = (x[place] as number) * GRAIN;
    y[place] = (y[place] as number) * GRAIN;
  }
  return {
    ...made,
    count,
    x,
    y,
    weight: made.weight.slice(0, count),
    part: made.part.slice(0, count),
    previous: made.previous.slice(0, count),
    pinned: made.pinned.slice(0, count),
  };
}

function tableSize(points: number): number {
  let size = 16;
  while (size < points * 2) size *= 2;
  return size;
}

function slotOf(made: Places, table: Int32Array, x: number, y: number, part: number): number {
  const mask = table.length - 1;
  let slot = (Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b) ^ part) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  for (;;) {
    const place = table[slot] as number;
    if (place < 0) return slot;
    if (made.x[place] === x && made.y[place] === y && made.part[place] === part) return slot;
    slot = (slot + 1) & mask;
  }
}

function lowest(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) low = Math.min(low, values[at] as number);
  return low;
}

const SIDE = 65536;

/** Indexes of the points along a Hilbert curve over their box. */
function hilbertOrder(
  x: Float64Array,
  y: Float64Array,
  [west, south]: readonly [number, number],
): Uint32Array {
  const count = x.length;
  const keys = new Float64Array(count);
  let width = 0;
  for (let at = 0; at < count; at += 1)
    width = Math.max(width, (x[at] as number) - west, (y[at] as number) - south);
  const scale = width > 0 ? (SIDE - 1) / width : 0;
  // Position on the curve and index in one number, which a typed array sorts natively.
  const stride = Math.max(1, count);
  for (let at = 0; at < count; at += 1) {
    const column = Math.floor(((x[at] as number) - west) * scale);
    const row = Math.floor(((y[at] as number) - south) * scale);
    keys[at] = hilbert(column, row) * stride + at;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = (keys[at] as number) % stride;
  return order;
}

/** Distance along the curve of order 16. */
function hilbert(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0];
  for (let side = SIDE / 2; side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      const swap = x;
      x = y;
      y = swap;
    }
  }
  return distance;
}
