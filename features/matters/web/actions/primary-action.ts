/** Which of the lawful actions is the next step, and how the others are grouped. */
import type { Action, State } from '#features/matters/contract.ts';

/** What brings a matter on, in the order of preference. */
const ONWARD: Readonly<Record<State, readonly Action[]>> = {
  reported: ['file'],
  filed: ['dispatch'],
  dispatched: ['decide_extension', 'accept'],
  disputed: ['settle_dispute'],
  handling: ['decide_extension', 'answer'],
  answered: ['check'],
  checked: ['close'],
  closed: ['call_back'],
  called_back: [],
  evaluated: [],
  shelved: ['resume'],
  not_accepted: [],
  merged: [],
  withdrawn: [],
};

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
  const primary = [...ONWARD[state], ...OTHERWISE].find((action) => here.includes(action));
  const others = here.filter((action) => action !== primary);
  const near = NEAR.filter((action) => others.includes(action)).slice(0, NEAR_MOST);
  return { primary, near, more: others.filter((action) => !near.includes(action)) };
}
