/**
 * Invented borders for the demonstration: the published lists of divisions have
 * names and codes, no shapes. A district is cut again and again until every part
 * has its piece; neighbours share their borders exactly. Marked as invented
 * wherever they are shown.
 */
export type Position = readonly [number, number];
export type Ring = readonly Position[];

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Cuts a convex ring (open, counter-clockwise) into as many convex pieces as
 * there are weights, their areas roughly in proportion.
 */
export function cutInto(
  ring: Ring,
  weights: readonly number[],
  next: () => number,
): readonly Ring[] {
  if (weights.length <= 1) return [ring];
  const half = Math.ceil(weights.length / 2);
  const [left, right] = [weights.slice(0, half), weights.slice(half)];
  const share = sum(left) / sum(weights);
  const [one, other] = cut(ring, acrossLongSide(ring, next), share);
  return [...cutInto(one, left, next), ...cutInto(other, right, next)];
}

/** GeoJSON coordinates of a ring: closed. */
export function closed(ring: Ring): Position[] {
  const [first] = ring;
  return first === undefined ? [] : [...ring, first];
}

export function centre(ring: Ring): Position {
  const lng = ring.reduce((total, [x]) => total + x, 0) / ring.length;
  const lat = ring.reduce((total, [, y]) => total + y, 0) / ring.length;
  return [lng, lat];
}

/** A point inside a convex ring. */
export function pointIn(ring: Ring, next: () => number): Position {
  const weights = ring.map(() => next() + 0.05);
  const total = sum(weights);
  const along = (axis: 0 | 1) =>
    ring.reduce((at, position, index) => at + position[axis] * ((weights[index] ?? 0) / total), 0);
  return [round(along(0)), round(along(1))];
}

/** A direction across the long side, turned a little so that no map looks like a chessboard. */
function acrossLongSide(ring: Ring, next: () => number): Position {
  const spread = (axis: 0 | 1) => {
    const values = ring.map((position) => position[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  const turn = (next() - 0.5) * 0.7;
  const angle = (spread(0) > spread(1) ? 0 : Math.PI / 2) + turn;
  return [Math.cos(angle), Math.sin(angle)];
}

/** Cuts by the line across `direction` that leaves `share` of the area before it. */
function cut(ring: Ring, direction: Position, share: number): [Ring, Ring] {
  const along = ([x, y]: Position) => x * direction[0] + y * direction[1];
  const positions = ring.map(along);
  let [low, high] = [Math.min(...positions), Math.max(...positions)];
  const wanted = area(ring) * share;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (area(before(ring, along, middle)) < wanted) low = middle;
    else high = middle;
  }
  const at = (low + high) / 2;
  return [before(ring, along, at), before(ring, (position) => -along(position), -at)];
}

/** The part of a convex ring where `along` is at most `limit`. */
function before(ring: Ring, along: (position: Position) => number, limit: number): Ring {
  return ring.flatMap((here, index) => {
    const there = ring[(index + 1) % ring.length] ?? here;
    const [a, b] = [along(here) - limit, along(there) - limit];
    const kept = a <= 0 ? [here] : [];
    if (a * b >= 0) return kept;
    const part = a / (a - b);
    const crossing: Position = [
      round(here[0] + (there[0] - here[0]) * part),
      round(here[1] + (there[1] - here[1]) * part),
    ];
    return [...kept, crossing];
  });
}

function area(ring: Ring): number {
  return Math.abs(
    ring.reduce((total, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      return total + x * nextY - nextX * y;
    }, 0) / 2,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Shared corners stay shared: about a decimetre. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
