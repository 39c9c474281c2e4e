/** One piece of land that is divided by itself: places and who is next to whom. */
import type { Pairs } from './triangulation.ts';

export interface Graph {
  /** Neighbours of place `v` are `to[first[v]]` up to `to[first[v + 1] - 1]`. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** How long the border with each of `to` is, 1 on average; absent where nobody knows. */
  readonly border?: Float64Array;
}

export interface Patch extends Graph {
  readonly count: number;
  /** Metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  readonly previous: Int32Array;
  readonly pinned: Int32Array;
  /** Number of each place in the whole. */
  readonly place: Int32Array;
}

/** Neighbours both ways from pairs given once. */
export function graphOf(count: number, { from, to, border }: Pairs): Graph {
  const first = new Int32Array(count + 1);
  for (let edge = 0; edge < from.length; edge += 1) {
    const [one, other] = [from[edge] as number, to[edge] as number];
    first[one + 1] = (first[one + 1] as number) + 1;
    first[other + 1] = (first[other + 1] as number) + 1;
  }
  for (let at = 0; at < count; at += 1)
    first[at + 1] = (first[at + 1] as number) + (first[at] as number);
  const fill = first.slice(0, count);
  const all = new Int32Array(from.length * 2);
  const along = border && new Float64Array(from.length * 2);
  const put = (at: number, neighbour: number, edge: number): void => {
    const slot = fill[at] as number;
    all[slot] = neighbour;
    if (along !== undefined) along[slot] = border?.[edge] as number;
    fill[at] = slot + 1;
  };
  for (let edge = 0; edge < from.length; edge += 1) {
    put(from[edge] as number, to[edge] as number, edge);
    put(to[edge] as number, from[edge] as number, edge);
  }
  return { first, to: all, ...(along && { border: along }) };
}

/** Number of the connected piece each place is in, and how many there are. */
export function componentsOf(
  count: number,
  { first, to }: Graph,
): {
  readonly of: Int32Array;
  readonly count: number;
} {
  const of = new Int32Array(count).fill(-1);
  const queue = new Int32Array(count);
  let found = 0;
  for (let start = 0; start < count; start += 1) {
    if ((of[start] as number) >= 0) continue;
    let [head, tail] = [0, 1];
    queue[0] = start;
    of[start] = found;
    while (head < tail) {
      const at = queue[head] as number;
      head += 1;
      const end = first[at + 1] as number;
      for (let edge = first[at] as number; edge < end; edge += 1) {
        const next = to[edge] as number;
        if ((of[next] as number) >= 0) continue;
        of[next] = found;
        queue[tail] = next;
        tail += 1;
      }
    }
    found += 1;
  }
  return { of, count: found };
}
