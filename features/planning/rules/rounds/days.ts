/** On which days a checkpoint is due. */
import type { RoundsProblem } from './problem.ts';

/**
 * Days of a checkpoint lie as far from each other as they can: the gaps between
 * them differ by a day at most. Neighbours in the list begin on different days.
 */
export function dueOn({ checkpoints, days }: RoundsProblem, day: number): readonly number[] {
  return Array.from(checkpoints.keys()).filter((at) => {
    const times = checkpoints[at]?.times ?? 0;
    const turn = (day + at) % days;
    return Math.floor(((turn + 1) * times) / days) > Math.floor((turn * times) / days);
  });
}
