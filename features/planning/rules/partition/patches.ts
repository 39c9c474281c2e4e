/** The connected pieces that are divided one by one: parts that no grid crosses, cut by barriers. */
import { cutByBarriers } from './barriers.ts';
import type { Finding } from './findings.ts';
import { componentsOf, graphOf, type Patch } from './patch.ts';
import type { Places } from './places.ts';
import type { PartitionProblem } from './problem.ts';
import { delaunayPairs, type Pairs } from './triangulation.ts';

export interface Patches {
  readonly patches: readonly Patch[];
  readonly findings: readonly Finding[];
}

export function patchesOf(problem: PartitionProblem, places: Places): Patches {
  const patches: Patch[] = [];
  const findings: Finding[] = [];
  const idle: (readonly number[])[] = [];
  for (const members of membersByPart(places)) {
    const pairs = pairsWithin(problem, places, members);
    const cut = cutPairs(problem, places, members, pairs);
    idle.push(cut.idleBridges);
    const graph = graphOf(members.length, cut.pairs);
    const { of, count } = componentsOf(members.length, graph);
    const whole = patchOf(places, members, cut.pairs);
    patches.push(...(count === 1 ? [whole] : split(places, whole, cut.pairs, of, count)));
  }
  // A bridge outside of one part may connect within another.
  const [first = [], ...rest] = idle;
  for (const bridge of first)
    if (rest.every((one) => one.includes(bridge))) findings.push({ code: 'idle_bridge', bridge });
  return { patches, findings };
}

/** Places of each part; parts in order of their numbers. */
function membersByPart({ part, count }: Places): readonly Int32Array[] {
  const numbers = new Map<number, number>();
  for (const one of part) numbers.set(one, (numbers.get(one) ?? 0) + 1);
  if (numbers.size === 1) return [Int32Array.from({ length: count }, (_, at) => at)];
  const parts = [...numbers].sort(([a], [b]) => a - b);
  const members = new Map(parts.map(([number, size]) => [number, new Int32Array(size)]));
  const fill = new Map<number, number>();
  for (let at = 0; at < count; at += 1) {
    const number = part[at] as number;
    const slot = fill.get(number) ?? 0;
    (members.get(number) as Int32Array)[slot] = at;
    fill.set(number, slot + 1);
  }
  return [...members.values()];
}

function pairsWithin(problem: PartitionProblem, places: Places, members: Int32Array): Pairs {
  if (problem.links !== undefined) return linkedPairs(problem, problem.links, places, members);
  if (members.length === places.count) return delaunayPairs(places.x, places.y);
  return delaunayPairs(picked(places.x, members), picked(places.y, members));
}

function picked(values: Float64Array, members: Int32Array): Float64Array {
  return Float64Array.from(members, (at) => values[at] as number);
}

/** Links between points as pairs of this part's places. */
function linkedPairs(
  { lengths }: PartitionProblem,
  links: Int32Array,
  places: Places,
  members: Int32Array,
): Pairs {
  const own = new Map<number, number>();
  for (const [at, place] of members.entries()) own.set(place, at);
  const from: number[] = [];
  const to: number[] = [];
  const border: number[] = [];
  for (let at = 0; at < links.length; at += 2) {
    const one = own.get(places.of[links[at] as number] as number);
    const other = own.get(places.of[links[at + 1] as number] as number);
    if (one === undefined || other === undefined || one === other) continue;
    from.push(one);
    to.push(other);
    border.push(lengths?.[at / 2] ?? 1);
  }
  const pairs = { from: Int32Array.from(from), to: Int32Array.from(to) };
  return lengths === undefined ? pairs : { ...pairs, border: evened(border) };
}

/** To a mean of 1, so that a price for a pair means the same with lengths and without. */
function evened(border: readonly number[]): Float64Array {
  const mean = border.reduce((sum, one) => sum + one, 0) / border.length;
  return Float64Array.from(border, (one) => (mean > 0 ? one / mean : 1));
}

function cutPairs(
  { barriers }: PartitionProblem,
  places: Places,
  members: Int32Array,
  pairs: Pairs,
): ReturnType<typeof cutByBarriers> {
  if (barriers === undefined) return { pairs, idleBridges: [] };
  const [west, south] = places.origin;
  const shifted = (segments: Float64Array): Float64Array =>
    segments.map((value, at) => value - (at % 2 === 0 ? west : south));
  const all = members.length === places.count;
  return cutByBarriers(
    pairs,
    all ? places.x : picked(places.x, members),
    all ? places.y : picked(places.y, members),
    { ...barriers, walls: shifted(barriers.walls), bridges: shifted(barriers.bridges) },
  );
}

function patchOf(places: Places, members: Int32Array, pairs: Pairs): Patch {
  const common = { count: members.length, ...graphOf(members.length, pairs), place: members };
  if (members.length === places.count) return { ...places, ...common };
  return {
    ...common,
    x: picked(places.x, members),
    y: picked(places.y, members),
    weight: picked(places.weight, members),
    previous: members.map((at) => places.previous[at] as number),
    pinned: members.map((at) => places.pinned[at] as number),
  };
}

/** The patch's pieces, each with its own neighbours. */
function split(
  places: Places,
  whole: Patch,
  pairs: Pairs,
  of: Int32Array,
  count: number,
): readonly Patch[] {
  const size = new Int32Array(count);
  for (const piece of of) size[piece] = (size[piece] as number) + 1;
  const members = Array.from(size, (length) => new Int32Array(length));
  const local = new Int32Array(whole.count);
  const fill = new Int32Array(count);
  for (let at = 0; at < whole.count; at += 1) {
    const piece = of[at] as number;
    local[at] = fill[piece] as number;
    (members[piece] as Int32Array)[fill[piece] as number] = whole.place[at] as number;
    fill[piece] = (fill[piece] as number) + 1;
  }
  const from = members.map((): number[] => []);
  const to = members.map((): number[] => []);
  const border = members.map((): number[] => []);
  for (let pair = 0; pair < pairs.from.length; pair += 1) {
    const [one, other] = [pairs.from[pair] as number, pairs.to[pair] as number];
    const piece = of[one] as number;
    from[piece]?.push(local[one] as number);
    to[piece]?.push(local[other] as number);
    border[piece]?.push(pairs.border?.[pair] ?? 1);
  }
  return members.map((own, piece) =>
    patchOf(places, own, {
      from: Int32Array.from(from[piece] ?? []),
      to: Int32Array.from(to[piece] ?? []),
      ...(pairs.border && { border: Float64Array.from(border[piece] ?? []) }),
    }),
  );
}
