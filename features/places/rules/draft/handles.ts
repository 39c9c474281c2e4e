/** Where the border of a grid can be taken hold of, and what a hand that moves it does. */
import { bend, moveCorner } from '#features/planning/rules/redraw/bend.ts';
import { slide } from '#features/planning/rules/redraw/cut.ts';
import {
  type Fabric,
  isFixed,
  piecesAt,
  spotOf,
  toDegrees,
  toSpot,
  touchesGrid,
} from '#features/planning/rules/redraw/fabric.ts';
import { nearestOn } from '#features/planning/rules/redraw/touch.ts';
import type { LngLat } from '#kernel/geometry/index.ts';
import type { Outcome } from '#kernel/outcome.ts';

/** A corner that moves, one that slides along the border of the area, the middle of a border that bends. */
export type Handle =
  | { readonly kind: 'corner' | 'end'; readonly at: number; readonly place: LngLat }
  | { readonly kind: 'middle'; readonly at: number; readonly place: LngLat };

/** All handles of a grid; `at` is the number of a corner, or of a piece. */
export function handlesOf(fabric: Fabric, grid: number): readonly Handle[] {
  const corners = new Set<number>();
  const middles: Handle[] = [];
  for (const [at, piece] of fabric.pieces.entries()) {
    if (!touchesGrid(piece, grid) || isFixed(fabric, piece)) continue;
    corners.add(piece.from).add(piece.to);
    const [[ax, ay], [bx, by]] = [spotOf(fabric, piece.from), spotOf(fabric, piece.to)];
    middles.push({ kind: 'middle', at, place: toDegrees([(ax + bx) / 2, (ay + by) / 2]) });
  }
  const ends = [...corners].flatMap((corner): Handle[] => {
    const own = piecesAt(fabric, corner);
    const inner = own.filter((piece) => !isFixed(fabric, piece)).length;
    const place = toDegrees(spotOf(fabric, corner));
    if (inner === own.length) return [{ kind: 'corner', at: corner, place }];
    return inner === 1 ? [{ kind: 'end', at: corner, place }] : [];
  });
  return [...middles, ...ends];
}

/**
 * What a hand does that holds a handle and is at a place now. Refuses as `moveCorner` and `slide`.
 * @param held borders as they were when the hand took hold
 * @param seen borders as they are now: a corner goes on from where it is
 */
export function dragged(
  held: Fabric,
  seen: Fabric,
  { kind, at }: Handle,
  place: LngLat,
): Outcome<Fabric> {
  const to = toSpot(place);
  if (kind === 'end') return slide(held, at, to);
  if (kind === 'corner') return moveCorner(seen, at, to);
  const piece = held.pieces[at];
  // The corner that the first move has made is the first one after those there were.
  const isBent = seen !== held;
  return isBent || piece === undefined
    ? moveCorner(seen, held.corners.length, to)
    : bend(held, piece, to);
}

/** The place of a grid's border that is nearest to another, with how far it is in degrees; undefined without borders. */
export function nearestOfBorder(
  fabric: Fabric,
  grid: number,
  place: LngLat,
): { readonly place: LngLat; readonly degrees: number } | undefined {
  const spot = toSpot(place);
  let best: ReturnType<typeof nearestOn> | undefined;
  for (const piece of fabric.pieces) {
    if (!touchesGrid(piece, grid)) continue;
    const near = nearestOn(spotOf(fabric, piece.from), spotOf(fabric, piece.to), spot);
    if (best === undefined || near.square < best.square) best = near;
  }
  if (best === undefined) return undefined;
  const [degrees] = toDegrees([Math.sqrt(best.square), 0]);
  return { place: toDegrees(best.at), degrees };
}
