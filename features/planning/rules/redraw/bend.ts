/**
 * Moving the corners of borders. A corner goes in a straight line; where on its way
 * neither it nor a border it holds meets anything, the grids around it only change
 * their form: nothing overlaps, no gap opens, nobody else is touched.
 */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import {
  cornersInUse,
  type Fabric,
  isFixed,
  otherEnd,
  type Piece,
  piecesAt,
  spotOf,
} from './fabric.ts';
import { isInTriangle, isOn, isSame, meets, type Spot } from './touch.ts';

const CROSSES: Outcome<never> = refused({ code: 'redraw.crosses' });

/** Moves a corner with all borders that end in it. Refuses `redraw.fixed`, `redraw.crosses`. */
export function moveCorner(fabric: Fabric, corner: number, to: Spot): Outcome<Fabric> {
  const own = piecesAt(fabric, corner);
  if (own.length === 0 || own.some((piece) => isFixed(fabric, piece)))
    return refused({ code: 'redraw.fixed' });
  const from = spotOf(fabric, corner);
  const ends = own.map((piece) => otherEnd(piece, corner) as number);
  for (const other of cornersInUse(fabric)) {
    if (other === corner) continue;
    const spot = spotOf(fabric, other);
    const isHit = ends.some((end) =>
      end === other ? isOn(from, to, spot) : isInTriangle(spotOf(fabric, end), from, to, spot),
    );
    if (isHit) return CROSSES;
  }
  const isBarred = fabric.pieces.some(
    (piece) =>
      otherEnd(piece, corner) === undefined &&
      meets(from, to, spotOf(fabric, piece.from), spotOf(fabric, piece.to)),
  );
  if (isBarred) return CROSSES;
  return done({ ...fabric, corners: fabric.corners.with(corner, to) });
}

/** Puts a new corner into a border and moves it there. Refuses as `moveCorner`. */
export function bend(fabric: Fabric, piece: Piece, to: Spot): Outcome<Fabric> {
  if (isFixed(fabric, piece)) return refused({ code: 'redraw.fixed' });
  return withCorner(fabric, piece, to);
}

/** The same for any border, also a fixed one, where the corner lies on it but for rounding. */
export function withCorner(fabric: Fabric, piece: Piece, to: Spot): Outcome<Fabric> {
  const [a, b] = [spotOf(fabric, piece.from), spotOf(fabric, piece.to)];
  if (isSame(a, to) || isSame(b, to)) return CROSSES;
  for (const other of cornersInUse(fabric)) {
    if (other === piece.from || other === piece.to) continue;
    if (isInTriangle(a, to, b, spotOf(fabric, other))) return CROSSES;
  }
  const isCrossed = fabric.pieces.some((other) => {
    if (other === piece) return false;
    const [c, d] = [spotOf(fabric, other.from), spotOf(fabric, other.to)];
    return crossesFrom(a, to, c, d) || crossesFrom(b, to, c, d);
  });
  if (isCrossed) return CROSSES;
  const corner = fabric.corners.length;
  return done({
    ...fabric,
    corners: [...fabric.corners, to],
    pieces: fabric.pieces.flatMap((other) =>
      other === piece
        ? [
            { ...piece, to: corner },
            { ...piece, from: corner },
          ]
        : [other],
    ),
  });
}

/** True where the line from a to its new end meets another that does not begin in a. */
function crossesFrom(a: Spot, to: Spot, c: Spot, d: Spot): boolean {
  if (isSame(a, c) || isSame(a, d)) return isOn(c, d, to);
  return meets(a, to, c, d);
}

/** Takes a corner out that two borders of the same two grids meet in. Refuses as `moveCorner`. */
export function straighten(fabric: Fabric, corner: number): Outcome<Fabric> {
  const [first, second, ...more] = piecesAt(fabric, corner);
  if (first === undefined || second === undefined || more.length > 0) return CROSSES;
  if (isFixed(fabric, first) || isFixed(fabric, second)) return refused({ code: 'redraw.fixed' });
  const into = first.to === corner ? first : reversed(first);
  const outOf = second.from === corner ? second : reversed(second);
  const [a, b] = [spotOf(fabric, into.from), spotOf(fabric, outOf.to)];
  const middle = spotOf(fabric, corner);
  for (const other of cornersInUse(fabric)) {
    if (other === corner || other === into.from || other === outOf.to) continue;
    if (isInTriangle(a, middle, b, spotOf(fabric, other))) return CROSSES;
  }
  const isTaken = fabric.pieces.some((piece) => otherEnd(piece, into.from) === outOf.to);
  if (isTaken) return CROSSES;
  const straight = { ...into, to: outOf.to };
  return done({
    ...fabric,
    pieces: [...fabric.pieces.filter((piece) => piece !== first && piece !== second), straight],
  });
}

export function reversed({ from, to, left, right }: Piece): Piece {
  return { from: to, to: from, left: right, right: left };
}
