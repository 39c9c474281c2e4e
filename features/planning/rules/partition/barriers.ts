/** Rivers and main roads end neighbourhood, except at bridges. */
import type { Barriers } from './problem.ts';
import { crossingPart, segmentIndex } from './segment-index.ts';
import type { Pairs } from './triangulation.ts';

export interface Cut {
  readonly pairs: Pairs;
  /** Bridges that no pair of neighbours is near: they connect nobody. */
  readonly idleBridges: readonly number[];
}

/** A bridge with no pair of neighbours on it opens the nearest, up to this many times its reach. */
const FARTHEST = 10;

/** Takes away the pairs that a wall separates. Coordinates as the walls'. */
export function cutByBarriers(
  pairs: Pairs,
  x: Float64Array,
  y: Float64Array,
  barriers: Barriers,
): Cut {
  const { walls, bridges, reach } = barriers;
  if (walls.length === 0) return { pairs, idleBridges: [] };
  const index = segmentIndex(walls);
  const crossings = crossingsOf(pairs, x, y, index);
  const open = new Set<number>();
  const idle: number[] = [];
  for (let bridge = 0; bridge < bridges.length / 4; bridge += 1) {
    const opened = openedBy(crossings, bridges, bridge, reach);
    if (opened.length === 0) idle.push(bridge);
    for (const pair of opened) open.add(pair);
  }
  return { pairs: without(pairs, crossings, open), idleBridges: idle };
}

/** Pairs within a bridge's reach; where there is none the nearest, if it is not far. */
function openedBy(
  crossings: ReadonlyMap<number, readonly number[]>,
  bridges: Float64Array,
  bridge: number,
  reach: number,
): readonly number[] {
  const within: number[] = [];
  let nearest = { pair: -1, far: reach * FARTHEST };
  for (const [pair, places] of crossings) {
    const far = farthest(places, bridges, bridge);
    if (far <= reach) within.push(pair);
    else if (far < nearest.far) nearest = { pair, far };
  }
  return within.length > 0 || nearest.pair < 0 ? within : [nearest.pair];
}

/** For each pair that walls separate: where, as x, y one after another. */
function crossingsOf(
  { from, to }: Pairs,
  x: Float64Array,
  y: Float64Array,
  index: ReturnType<typeof segmentIndex>,
): Map<number, number[]> {
  const crossings = new Map<number, number[]>();
  for (let pair = 0; pair < from.length; pair += 1) {
    const [one, other] = [from[pair] as number, to[pair] as number];
    const line = [x[one], y[one], x[other], y[other]] as [number, number, number, number];
    index.near(...line, (wall) => {
      const part = crossingPart(line, index.segments, wall);
      if (part < 0) return;
      const place = [
        line[0] + part * (line[2] - line[0]),
        line[1] + part * (line[3] - line[1]),
      ] as const;
      const known = crossings.get(pair);
      if (known === undefined) crossings.set(pair, [...place]);
      else known.push(...place);
    });
  }
  return crossings;
}

/** All the places of one pair must be near the bridge: a bridge over one river opens no other. */
function farthest(places: readonly number[], bridges: Float64Array, bridge: number): number {
  let far = 0;
  for (let at = 0; at < places.length; at += 2)
    far = Math.max(far, apart(places[at] as number, places[at + 1] as number, bridges, bridge));
  return far;
}

function apart(x: number, y: number, segments: Float64Array, at: number): number {
  const x1 = segments[4 * at] as number;
  const y1 = segments[4 * at + 1] as number;
  const dx = (segments[4 * at + 2] as number) - x1;
  const dy = (segments[4 * at + 3] as number) - y1;
  const length = dx * dx + dy * dy;
  const part =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}

function without(
  { from, to, border }: Pairs,
  crossings: ReadonlyMap<number, unknown>,
  open: ReadonlySet<number>,
): Pairs {
  const kept = Int32Array.from(from.keys()).filter(
    (pair) => !crossings.has(pair) || open.has(pair),
  );
  return {
    from: kept.map((pair) => from[pair] as number),
    to: kept.map((pair) => to[pair] as number),
    ...(border && { border: Float64Array.from(kept, (pair) => border[pair] as number) }),
  };
}
