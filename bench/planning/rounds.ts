/** Rounds over strewn checkpoints: length, and the bound below which none can be. */
import type { RoundsProblem } from '#features/planning/rules/rounds/problem.ts';
import { planRounds } from '#features/planning/rules/rounds/rounds.ts';
import { seeded } from '#features/planning/rules/seeded.ts';
import { run } from '#features/planning/rules/steps.ts';
import { type Times, timed } from './timed.ts';

export interface RoundsResult {
  readonly checkpoints: number;
  readonly walkers: number;
  readonly days: number;
  readonly windows: string;
  readonly times: Times;
  readonly metres: number;
  readonly bound: number;
  readonly gap: number;
  readonly missed: number;
}

type Asked = Pick<RoundsResult, 'checkpoints' | 'walkers' | 'days'> & {
  /** Minutes that half of the checkpoints are open a day; all day where not given. */
  readonly open?: number;
};

export function measureRounds(asked: Asked): RoundsResult {
  const { value: outcome, times } = timed(() => run(planRounds(strewn(asked))));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { metres, bound, gap, missed } = outcome.value;
  const { checkpoints, walkers, days, open } = asked;
  const windows = open === undefined ? 'all day' : `half open ${open} minutes`;
  return {
    ...{ checkpoints, walkers, days, windows, times },
    ...{ metres, bound, gap, missed: missed.length },
  };
}

/** On 4 km by 4 km, five minutes each, out from 8:00 to 18:00; each is due on one day in two, at least once. */
function strewn({ checkpoints, walkers, days, open }: Asked): RoundsProblem {
  const random = seeded(checkpoints + walkers);
  const spot = () => ({ x: random() * 4000, y: random() * 4000 });
  return {
    days,
    pace: 70,
    seed: 1,
    walkers: Array.from({ length: walkers }, () => ({ ...spot(), from: 480, until: 1080 })),
    checkpoints: Array.from({ length: checkpoints }, (_, at) => {
      const from = 480 + Math.floor(random() * 480);
      const window =
        open !== undefined && at % 2 === 0
          ? { from, until: from + open }
          : { from: 480, until: 1080 };
      return { ...spot(), ...window, stay: 5, times: Math.max(1, Math.floor(days / 2)) };
    }),
  };
}
