/** Whether and when a walker can make an order of visits. */
import type { RoundsProblem, Visit } from './problem.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const apart = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Metres of the round, home included. */
export function lengthOf(
  { walkers, checkpoints }: RoundsProblem,
  walker: number,
  order: readonly number[],
) {
  const home = walkers[walker] as Place;
  let [metres, at] = [0, home];
  for (const next of order) {
    const place = checkpoints[next] as Place;
    metres += apart(at, place);
    at = place;
  }
  return metres + apart(at, home);
}

/** Times of the visits; undefined where one would be too late. */
export function timesOf(
  { walkers, checkpoints, pace }: RoundsProblem,
  walker: number,
  order: readonly number[],
): readonly Visit[] | undefined {
  const home = walkers[walker];
  if (home === undefined) return undefined;
  const visits: Visit[] = [];
  let [clock, here]: [number, Place] = [home.from, home];
  for (const next of order) {
    const point = checkpoints[next];
    if (point === undefined) return undefined;
    const at = Math.max(clock + apart(here, point) / pace, point.from);
    if (at > point.until) return undefined;
    visits.push({ checkpoint: next, at });
    clock = at + point.stay;
    here = point;
  }
  return clock + apart(here, home) / pace <= home.until ? visits : undefined;
}
