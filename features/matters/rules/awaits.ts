/** What a matter asks of somebody among whose day's work it stands. */
import type { Grant } from '#kernel/context.ts';
import { reaches, type Standing } from './lawful.ts';
import { type Action, AWAITED, TRANSITIONS, type Transition } from './transitions.ts';

/** What a matter can ask of a post: what its state awaits, a decision, help after it has climbed, an answer to a complaint. */
export const TASKS = [
  ...Object.values(AWAITED),
  'decide_extension',
  'supervise',
  'answer_complaint',
] as const satisfies readonly Action[];
export type Task = (typeof TASKS)[number];

/** What the day needs to know of a matter. */
export type Waiting = Pick<
  Standing,
  'state' | 'areaPath' | 'handlerOrganisationId' | 'extensionUntil'
>;

/**
 * The first thing that one of the grants is asked to do: an extension that somebody
 * waits for, then what the state awaits. What has climbed to a post that can do neither
 * asks for its supervision (M5: what is late goes one step up).
 */
export function taskOf(matter: Waiting, grants: readonly Grant[]): Task {
  const may = (action: Task): boolean => {
    const { by, from }: Transition = TRANSITIONS[action];
    if (!from.includes(matter.state)) return false;
    return grants.some((grant) => by.includes(grant.role) && reaches(grant, matter));
  };
  if (matter.extensionUntil !== null && may('decide_extension')) return 'decide_extension';
  const awaited = (AWAITED as Readonly<Record<string, Task | undefined>>)[matter.state];
  return awaited !== undefined && may(awaited) ? awaited : 'supervise';
}
