/** What of a plan is for everybody: no number that is few, and no household of a single address. */
import type { PlanGrid, PlanPoint } from './plan.ts';

/** Below this a number could tell of single homes. */
const FEW = 10;

/** The number, or null where it is few; 0 tells of nobody. */
export function unlessFew(households: number): number | null {
  const whole = Math.round(households);
  return whole > 0 && whole < FEW ? null : whole;
}

export interface Move {
  readonly label: string;
  /** Name of the grid of today; null where it lies in none. */
  readonly from: string | null;
  readonly to: string;
}

/** Named places whose grid changes, in the order of their names; at most so many, and how many are left. */
export function movesOf(
  grids: readonly Pick<PlanGrid, 'name'>[],
  points: readonly PlanPoint[],
  most: number,
): { readonly moves: readonly Move[]; readonly left: number } {
  const all = points
    .filter(({ from, to, label }) => from !== to && label !== '')
    .map(
      ({ label, from, to }): Move => ({
        label,
        from: grids[from]?.name ?? null,
        to: grids[to]?.name ?? '',
      }),
    );
  const named = new Map(all.map((move) => [`${move.label}\n${move.from}\n${move.to}`, move]));
  const sorted = [...named.values()].toSorted((a, b) =>
    a.label.localeCompare(b.label, 'zh', { numeric: true }),
  );
  return { moves: sorted.slice(0, most), left: Math.max(0, sorted.length - most) };
}
