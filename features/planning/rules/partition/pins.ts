/** Pinned places of one grid are tied together, so that the grid around them can be one piece. */
import type { Patch } from './patch.ts';

/**
 * Pins, and the places on the ways between them; -1 elsewhere. Ways run where the
 * grid is already, as far as they can. A pin that no way reaches without crossing
 * another grid's pins is let go.
 * @param label grids in the same numbers as `pinned`
 */
export function tiedPins(patch: Patch, label: Int32Array): Int32Array {
  const held = patch.pinned.slice();
  const groups = new Map<number, number[]>();
  for (const [at, grid] of held.entries()) {
    const group = groups.get(grid);
    if (group !== undefined) group.push(at);
    else if (grid >= 0) groups.set(grid, [at]);
  }
  for (const [grid, group] of groups)
    for (const lost of tie(patch, label, held, grid, group)) held[lost] = -1;
  return held;
}

function tie(
  patch: Patch,
  label: Int32Array,
  held: Int32Array,
  grid: number,
  group: readonly number[],
): readonly number[] {
  const came = new Int32Array(patch.count).fill(UNSEEN);
  const search = { patch, label, held, grid, came };
  let level = [group[0] as number];
  came[level[0] as number] = -1;
  // Free steps inside the grid before each step outside it.
  while (level.length > 0 && group.some((place) => came[place] === UNSEEN)) {
    const outside = walkInside(search, level);
    level = outside.filter(({ next, at }) => arrive(came, next, at)).map(({ next }) => next);
  }
  for (const place of group) {
    if (came[place] === UNSEEN) continue;
    for (let at = place; at >= 0; at = came[at] as number) held[at] = grid;
  }
  return group.filter((place) => came[place] === UNSEEN);
}

const UNSEEN = -2;

interface Search {
  readonly patch: Patch;
  readonly label: Int32Array;
  readonly held: Int32Array;
  readonly grid: number;
  /** The place each was reached from. */
  readonly came: Int32Array;
}

interface StepOut {
  readonly next: number;
  readonly at: number;
}

/** Everything within the grid that can be reached from the level, and the steps that lead out of it. */
function walkInside(
  { patch, label, held, grid, came }: Search,
  level: number[],
): readonly StepOut[] {
  const outside: StepOut[] = [];
  for (const at of level) {
    const end = patch.first[at + 1] as number;
    for (let edge = patch.first[at] as number; edge < end; edge += 1) {
      const next = patch.to[edge] as number;
      const isOthers = (held[next] as number) >= 0 && held[next] !== grid;
      if (came[next] !== UNSEEN || isOthers) continue;
      const inside = label[next] === grid || held[next] === grid;
      if (!inside) outside.push({ next, at });
      else if (arrive(came, next, at)) level.push(next);
    }
  }
  return outside;
}

function arrive(came: Int32Array, next: number, at: number): boolean {
  if (came[next] !== UNSEEN) return false;
  came[next] = at;
  return true;
}
