/** Pieces put together to rings, rings to polygons. */
import type { Pieces } from './clip.ts';

export type Ring = readonly (readonly [number, number])[];
/** Outer ring counter-clockwise, then its holes clockwise; closed, as GeoJSON has them. */
export type Polygon = readonly Ring[];

/** Polygons of each grid, in the pieces' coordinates. */
export function polygonsOf(
  x: readonly number[],
  y: readonly number[],
  pieces: Pieces,
): ReadonlyMap<number, readonly Polygon[]> {
  const byGrid = new Map<number, Map<number, number>>();
  for (const [piece, grid] of pieces.left.entries()) {
    const own = byGrid.get(grid) ?? new Map<number, number>();
    own.set(pieces.from[piece] as number, pieces.to[piece] as number);
    byGrid.set(grid, own);
  }
  const result = new Map<number, readonly Polygon[]>();
  for (const grid of [...byGrid.keys()].sort((a, b) => a - b)) {
    const rings = ringsOf(byGrid.get(grid) ?? new Map(), x, y);
    result.set(grid, nested(rings));
  }
  return result;
}

function ringsOf(
  next: Map<number, number>,
  x: readonly number[],
  y: readonly number[],
): readonly Ring[] {
  const rings: Ring[] = [];
  while (next.size > 0) {
    const start = next.keys().next().value as number;
    const ring: (readonly [number, number])[] = [];
    for (let at: number | undefined = start; at !== undefined; ) {
      ring.push([x[at] as number, y[at] as number]);
      const to: number | undefined = next.get(at);
      next.delete(at);
      at = to;
    }
    if (ring.length >= 4) rings.push(ring);
  }
  return rings;
}

/** Twice the signed area; about the first corner, so that little is lost to rounding. */
export function doubleArea(ring: Ring): number {
  const [ox, oy] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] ?? [0, 0];
    const [bx, by] = ring[at] ?? [0, 0];
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum;
}

function nested(rings: readonly Ring[]): readonly Polygon[] {
  const outers = rings
    .map((ring) => ({ ring, area: doubleArea(ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area);
  const polygons = outers.map(({ ring }): Ring[] => [ring]);
  for (const hole of rings) {
    if (doubleArea(hole) >= 0) continue;
    const home = outers.findIndex(({ ring }) => holds(ring, hole));
    polygons[home]?.push(hole);
  }
  // The largest first.
  return polygons.reverse();
}

/** True where a hole lies in the ring: by a corner that is not one of the ring's own. */
function holds(ring: Ring, hole: Ring): boolean {
  const own = new Set(ring.map(([x, y]) => `${x} ${y}`));
  const corner = hole.find(([x, y]) => !own.has(`${x} ${y}`));
  if (corner === undefined) return false;
  const [px, py] = corner;
  let inside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] ?? [0, 0];
    const [bx, by] = ring[at] ?? [0, 0];
    if (ay > py === by > py) continue;
    if (px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
