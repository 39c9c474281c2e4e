/** Which of the lawful actions is the next step, and how the others are grouped. */
import { type Action, AWAITED, type State } from '#features/matters/contract.ts';

/** Where nothing brings it on, what a supervisor or leader would do first. */
const OTHERWISE: readonly Action[] = ['supervise', 'instruct', 'comment'];

/** Shown as buttons beside the next step; all others stand under “more”. */
const NEAR: readonly Action[] = [
  'reject',
  'merge',
  'dispute',
  'return',
  'transfer',
  'request_extension',
  'shelve',
  'supervise',
  'release',
  'instruct',
  'comment',
];
const NEAR_MOST = 3;

/** Done by the reporter or the clock, never on the desk. */
const NOT_HERE: readonly Action[] = ['evaluate', 'withdraw', 'complain'];

export interface ActionGroups {
  readonly primary: Action | undefined;
  readonly near: readonly Action[];
  readonly more: readonly Action[];
}

export function groupActions(state: State, actions: readonly Action[]): ActionGroups {
  const here = actions.filter((action) => !NOT_HERE.includes(action));
  const awaited = (AWAITED as Partial<Record<State, Action>>)[state];
  // Somebody waits for the answer to a complaint, or for the decision on an extension.
  const onward = [
    'answer_complaint',
    'decide_extension',
    ...(awaited ? [awaited] : []),
    ...OTHERWISE,
  ] as const;
  const primary = onward.find((action) => here.includes(action));
  const others = here.filter((action) => action !== primary);
  const near = NEAR.filter((action) => others.includes(action)).slice(0, NEAR_MOST);
  return { primary, near, more: others.filter((action) => !near.includes(action)) };
}
