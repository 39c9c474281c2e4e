/** Grids that continue one of today keep its number; where two claim it, the heavier has it. */
import type { Division } from './divide.ts';
import type { Patch } from './patch.ts';
import type { Places } from './places.ts';
import type { PartitionProblem } from './problem.ts';

/** Grid of each place, in the numbers of the problem and, for new grids, those above them. */
export function named(
  problem: PartitionProblem,
  places: Places,
  patches: readonly Patch[],
  divisions: readonly Division[],
): Int32Array {
  const claims = divisions.flatMap(({ name, label }, piece) => {
    const load = new Float64Array(name.length);
    const { weight } = patches[piece] as Patch;
    for (let at = 0; at < label.length; at += 1)
      load[label[at] as number] = (load[label[at] as number] as number) + (weight[at] as number);
    return Array.from(name, (number, grid) => ({
      number,
      piece,
      grid,
      load: load[grid] as number,
    }));
  });
  const holder = new Map<number, (typeof claims)[number]>();
  for (const claim of claims) {
    const held = holder.get(claim.number);
    if (claim.number >= 0 && (held === undefined || held.load < claim.load))
      holder.set(claim.number, claim);
  }
  let next = firstFree(problem);
  const numbers = divisions.map(({ grids }) => new Int32Array(grids));
  for (const claim of claims) {
    const keeps = holder.get(claim.number) === claim;
    (numbers[claim.piece] as Int32Array)[claim.grid] = keeps ? claim.number : next;
    if (!keeps) next += 1;
  }
  const label = new Int32Array(places.count);
  for (const [piece, patch] of patches.entries()) {
    const own = divisions[piece] as Division;
    for (let at = 0; at < patch.count; at += 1)
      label[patch.place[at] as number] = numbers[piece]?.[own.label[at] as number] as number;
  }
  return label;
}

function firstFree({ previous, pinned }: PartitionProblem): number {
  let next = 0;
  for (const column of [previous, pinned])
    for (const number of column ?? []) next = Math.max(next, number + 1);
  return next;
}
