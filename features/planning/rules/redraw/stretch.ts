/** Where a drawn line runs within a grid: between which places of its border. */
import { type Fabric, type Piece, ringsOfFabric, spotOf, touchesGrid } from './fabric.ts';
import { isSame, meets, nearestOn, type Spot, squareApart } from './touch.ts';

/** A place of the border: a corner there is, or a spot between two. */
export type Stop = { readonly corner: number } | { readonly piece: Piece; readonly at: Spot };

export interface Stretch {
  readonly start: Stop;
  /** Corners of the line on the way. */
  readonly between: readonly Spot[];
  readonly end: Stop;
}

interface Met {
  /** Number of the line's piece, and how far along it. */
  readonly index: number;
  readonly part: number;
  readonly at: Spot;
  readonly stop: Stop;
}

/** All stretches of a line that lead through a grid from border to border. */
export function stretchesWithin(
  fabric: Fabric,
  grid: number,
  line: readonly Spot[],
  reach: number,
): readonly Stretch[] {
  const drawn = line.filter((spot, at) => at === 0 || !isSame(spot, line[at - 1] as Spot));
  const met = meetings(fabric, grid, drawn, reach);
  return met.slice(1).flatMap((end, at): Stretch[] => {
    const start = met[at] as Met;
    const between = drawn.slice(start.index + 1, end.index + 1).filter((spot) => {
      return squareApart(spot, start.at) > 0 && squareApart(spot, end.at) > 0;
    });
    const [from, to] = [start.at, between[0] ?? end.at];
    const middle: Spot = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    if (!isWithinGrid(fabric, grid, middle)) return [];
    return [{ start: start.stop, between, end: end.stop }];
  });
}

/** True where a spot lies in one of the grid's polygons. */
export function isWithinGrid(fabric: Fabric, grid: number, spot: Spot): boolean {
  const polygons = ringsOfFabric(fabric, (one) => (one === grid ? grid : undefined)).get(grid);
  return (polygons ?? []).some((rings) => isWithin(rings, spot));
}

/** By the crossings of a line to the east; rings are closed. */
export function isWithin(rings: readonly (readonly Spot[])[], [px, py]: Spot): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at - 1] as Spot, ring[at] as Spot];
      if (ay > py === by > py) continue;
      if (px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

/** Where the line meets the border of the grid, in its direction, each place once. */
function meetings(
  fabric: Fabric,
  grid: number,
  line: readonly Spot[],
  reach: number,
): readonly Met[] {
  const border = fabric.pieces.filter((piece) => touchesGrid(piece, grid));
  const found: Met[] = [];
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [p, q] = [line[index] as Spot, line[index + 1] as Spot];
    for (const piece of border) {
      const [a, b] = [spotOf(fabric, piece.from), spotOf(fabric, piece.to)];
      if (!meets(p, q, a, b)) continue;
      const at = crossingOf(p, q, a, b);
      found.push({ index, part: partOf(p, q, at), at, stop: stopAt(fabric, piece, at, reach) });
    }
  }
  const last = line.length - 1;
  for (const [end, index, part] of [
    [line[0], 0, 0],
    [line[last], last - 1, 1],
  ] as const) {
    const near = end && nearestOfBorder(fabric, border, end, reach);
    if (near) found.push({ index, part, ...near });
  }
  found.sort((one, other) => one.index - other.index || one.part - other.part);
  return found.filter((one, at) => at === 0 || !isTheSame(found[at - 1] as Met, one, reach));
}

function isTheSame(one: Met, other: Met, reach: number): boolean {
  if ('corner' in one.stop && 'corner' in other.stop)
    return one.stop.corner === other.stop.corner && squareApart(one.at, other.at) <= 4 * reach ** 2;
  return squareApart(one.at, other.at) <= reach ** 2;
}

function nearestOfBorder(
  fabric: Fabric,
  border: readonly Piece[],
  spot: Spot,
  reach: number,
): Pick<Met, 'at' | 'stop'> | undefined {
  let best: { piece: Piece; at: Spot; square: number } | undefined;
  for (const piece of border) {
    const near = nearestOn(spotOf(fabric, piece.from), spotOf(fabric, piece.to), spot);
    if (near.square <= reach ** 2 && near.square < (best?.square ?? Number.POSITIVE_INFINITY))
      best = { piece, ...near };
  }
  return best && { at: best.at, stop: stopAt(fabric, best.piece, best.at, reach) };
}

function stopAt(fabric: Fabric, piece: Piece, at: Spot, reach: number): Stop {
  const far = (corner: number): number => squareApart(spotOf(fabric, corner), at);
  const nearer = far(piece.from) <= far(piece.to) ? piece.from : piece.to;
  return far(nearer) <= reach ** 2 ? { corner: nearer } : { piece, at };
}

/** Where two lines meet, rounded to units. */
function crossingOf(p: Spot, q: Spot, a: Spot, b: Spot): Spot {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
  const turn = dx * ey - dy * ex;
  // Along one another: where the line first touches an end.
  if (turn === 0) return nearestOn(p, q, a).square <= nearestOn(p, q, b).square ? a : b;
  const part = ((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / -turn;
  const along = Math.min(1, Math.max(0, part));
  return [Math.round(a[0] + along * ex), Math.round(a[1] + along * ey)];
}

function partOf(p: Spot, q: Spot, at: Spot): number {
  return Math.sqrt(squareApart(p, at) / squareApart(p, q));
}
