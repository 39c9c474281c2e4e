/** What can be wrong with walkers and checkpoints, found before anything is computed. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Checkpoint, RoundsProblem, Walker } from './problem.ts';

/** A day with more visits than this wants several problems, each a part of the town. */
const MOST_VISITS = 3000;

export function checkedRounds(problem: RoundsProblem): Outcome<true> {
  const { walkers, checkpoints, days, pace } = problem;
  if (walkers.length === 0) return refused({ code: 'planning.people', field: 'walkers' });
  if (!(Number.isSafeInteger(days) && days >= 1 && Number.isFinite(pace) && pace > 0))
    return refused({ code: 'planning.rounds', field: 'days' });
  const walker = walkers.findIndex((one) => !isSoundWalker(one));
  if (walker >= 0)
    return refused({ code: 'planning.walker', field: 'walkers', detail: { row: walker + 1 } });
  const bad = checkpoints.findIndex((one) => !isSoundCheckpoint(one, days));
  if (bad >= 0)
    return refused({
      code: 'planning.checkpoint',
      field: 'checkpoints',
      detail: { row: bad + 1 },
    });
  if (checkpoints.length > MOST_VISITS)
    return refused({
      code: 'input.too_large',
      field: 'checkpoints',
      detail: { limit: MOST_VISITS },
    });
  return done(true);
}

function isSoundWalker({ x, y, from, until }: Walker): boolean {
  return [x, y, from, until].every(Number.isFinite) && from <= until;
}

function isSoundCheckpoint(one: Checkpoint, days: number): boolean {
  const { x, y, stay, from, until, times } = one;
  return (
    [x, y, stay, from, until].every(Number.isFinite) &&
    stay >= 0 &&
    from <= until &&
    Number.isSafeInteger(times) &&
    times >= 0 &&
    times <= days
  );
}
