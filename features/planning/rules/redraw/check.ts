/** Whether a fabric holds: what every operation keeps, looked at from outside. */
import { type Fabric, type Piece, spotOf } from './fabric.ts';
import { interferes } from './touch.ts';

/** Two borders that cross, or lie on one another; undefined where none do. */
export function findInterfering(fabric: Fabric): readonly [Piece, Piece] | undefined {
  const known = fabric.pieces
    .map((piece) => {
      const [a, b] = [spotOf(fabric, piece.from), spotOf(fabric, piece.to)];
      return { piece, a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
    })
    .sort((one, other) => one.west - other.west);
  let open: typeof known = [];
  for (const one of known) {
    open = open.filter(({ east }) => east >= one.west);
    for (const other of open) {
      if (interferes(one.a, one.b, other.a, other.b)) return [one.piece, other.piece];
    }
    open.push(one);
  }
  return undefined;
}
