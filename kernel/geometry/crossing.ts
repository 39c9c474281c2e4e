/**
 * Where rings cross themselves or each other: a sweep over the segments by
 * longitude, comparing only those whose boxes meet.
 */
import type { LngLat, Ring } from './geometry.ts';

interface Segment {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly ring: number;
  readonly index: number;
  readonly length: number;
  readonly west: number;
  readonly east: number;
}

/** A place where the rings of one shape cross, undefined where they do not. */
export function findCrossing(rings: readonly Ring[]): LngLat | undefined {
  const segments = rings
    .flatMap((ring, number) => segmentsOf(ring, number))
    .sort((a, b) => a.west - b.west);
  let active: Segment[] = [];
  for (const segment of segments) {
    active = active.filter((other) => other.east >= segment.west);
    for (const other of active) {
      const place = meeting(segment, other);
      if (place) return place;
    }
    active.push(segment);
  }
  return undefined;
}

function segmentsOf(ring: Ring, number: number): readonly Segment[] {
  const length = ring.length - 1;
  return ring.slice(1).flatMap((to, index): Segment[] => {
    const from = ring[index];
    if (!from) return [];
    return [
      {
        from,
        to,
        ring: number,
        index,
        length,
        west: Math.min(from[0], to[0]),
        east: Math.max(from[0], to[0]),
      },
    ];
  });
}

function meeting(a: Segment, b: Segment): LngLat | undefined {
  if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1])) return undefined;
  if (Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1])) return undefined;
  const neighbours = a.ring === b.ring && areNeighbours(a, b);
  const sides = [
    side(a.from, a.to, b.from),
    side(a.from, a.to, b.to),
    side(b.from, b.to, a.from),
    side(b.from, b.to, a.to),
  ] as const;
  if (sides.every((one) => one === 0)) return overlapOnLine(a, b, neighbours);
  if (neighbours) return undefined;
  if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) return intersection(a, b);
  return touch(a, b, sides);
}

/**
 * A vertex of one on the other: different rings may touch in a point, a ring
 * that touches itself is pinched, which databases refuse.
 */
function touch(
  a: Segment,
  b: Segment,
  sides: readonly [number, number, number, number],
): LngLat | undefined {
  if (a.ring !== b.ring) return undefined;
  const ends: readonly (readonly [number, LngLat, Segment])[] = [
    [sides[0], b.from, a],
    [sides[1], b.to, a],
    [sides[2], a.from, b],
    [sides[3], a.to, b],
  ];
  return ends.find(([turn, place, other]) => turn === 0 && withinBox(place, other))?.[1];
}

function overlapOnLine(a: Segment, b: Segment, neighbours: boolean): LngLat | undefined {
  const inside = [b.from, b.to].filter((place) => withinBox(place, a));
  const also = [a.from, a.to].filter((place) => withinBox(place, b));
  const places = distinct([...inside, ...also]);
  // Neighbours on one line share their vertex; two shared places are a way back over itself.
  if (places.length >= 2) return places[0];
  return neighbours || a.ring !== b.ring ? undefined : places[0];
}

function distinct(places: readonly LngLat[]): readonly LngLat[] {
  return places.filter((place, at) => places.findIndex((other) => same(other, place)) === at);
}

function areNeighbours(a: Segment, b: Segment): boolean {
  const apart = Math.abs(a.index - b.index);
  return apart === 1 || apart === a.length - 1;
}

/** Positive to the left of the line, negative to the right, 0 on it. */
function side(from: LngLat, to: LngLat, place: LngLat): number {
  const left = (to[0] - from[0]) * (place[1] - from[1]);
  const right = (to[1] - from[1]) * (place[0] - from[0]);
  const turn = left - right;
  // Rounding of the two products; below it nobody can tell a side.
  return Math.abs(turn) <= (Math.abs(left) + Math.abs(right)) * 4 * Number.EPSILON
    ? 0
    : Math.sign(turn);
}

function intersection(a: Segment, b: Segment): LngLat {
  const [dx, dy] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [ex, ey] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  const part = ((b.from[0] - a.from[0]) * ey - (b.from[1] - a.from[1]) * ex) / (dx * ey - dy * ex);
  return [a.from[0] + part * dx, a.from[1] + part * dy];
}

function withinBox([lng, lat]: LngLat, segment: Segment): boolean {
  return (
    segment.west <= lng &&
    lng <= segment.east &&
    Math.min(segment.from[1], segment.to[1]) <= lat &&
    lat <= Math.max(segment.from[1], segment.to[1])
  );
}

function same(a: LngLat, b: LngLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
