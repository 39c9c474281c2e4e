/** Two grids become one. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { areNeighbours, type Fabric } from './fabric.ts';

/**
 * Gives all of a grid to its neighbour. Refuses `redraw.not_neighbours` (they share no border)
 * and `redraw.other_part` (grids of two communities).
 */
export function join(fabric: Fabric, keeps: number, goes: number): Outcome<Fabric> {
  if (keeps === goes || !areNeighbours(fabric, keeps, goes))
    return refused({ code: 'redraw.not_neighbours' });
  if (fabric.parts[keeps] !== fabric.parts[goes]) return refused({ code: 'redraw.other_part' });
  return done(relabelled(fabric, goes, keeps));
}

/** Everything of one grid counts as another's; borders with the same grid on both sides vanish. */
function relabelled(fabric: Fabric, from: number, to: number): Fabric {
  const label = (grid: number): number => (grid === from ? to : grid);
  return {
    ...fabric,
    pieces: fabric.pieces
      .map((piece) => ({ ...piece, left: label(piece.left), right: label(piece.right) }))
      .filter(({ left, right }) => left !== right),
  };
}
