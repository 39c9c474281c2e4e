/**
 * What can be done to several matters at once, and what takes it back. Pure.
 * A step whose words or evidence belong to one matter alone (an answer, a check,
 * a refusal, a call) is taken one by one.
 */
import type { Role } from '#kernel/role.ts';
import type { ActionInput } from './action-input.ts';
import type { Matter } from './matter.ts';
import { type Action, TRANSITIONS, type Transition } from './transitions.ts';

export const BULK_ACTIONS = [
  'dispatch',
  'accept',
  'transfer',
  'recall',
  'reclassify',
  'supervise',
  'release',
  'instruct',
  'shelve',
  'resume',
  'comment',
] as const satisfies readonly Action[];
export type BulkAction = (typeof BULK_ACTIONS)[number];

export function isBulk(action: Action): action is BulkAction {
  return BULK_ACTIONS.some((one) => one === action);
}

/** Matters in one go: so many that a person can still look through them. */
export const BULK_MOST = 200;

/** Those of them that somebody with these roles may take at all, in the order of the loop. */
export function bulkActionsFor(roles: readonly Role[]): readonly BulkAction[] {
  return BULK_ACTIONS.filter((action) => {
    const { by }: Transition = TRANSITIONS[action];
    return roles.some((role) => by.includes(role));
  });
}

/** What undoing needs to know of a matter as it was before the step. */
export type Before = Pick<
  Matter,
  'handlerOrganisationId' | 'categoryId' | 'condition' | 'supervised'
>;

/**
 * The step that takes `input` back: a step of its own, written down and told
 * like any other. Undefined where nothing does: what was said stays said, and
 * what somebody has taken up goes on.
 * @param reason why, as it will stand in the history
 */
export function takesBack(
  input: ActionInput,
  before: Before,
  reason: string,
): ActionInput | undefined {
  switch (input.action) {
    case 'dispatch':
      return { action: 'recall', reason };
    case 'transfer':
      return before.handlerOrganisationId === null
        ? undefined
        : { action: 'transfer', organisationId: before.handlerOrganisationId, reason };
    case 'supervise':
      return before.supervised ? undefined : { action: 'release', reason };
    case 'shelve':
      return { action: 'resume', reason };
    case 'reclassify':
      return before.categoryId === null
        ? undefined
        : { action: 'reclassify', categoryId: before.categoryId, condition: before.condition };
    default:
      return undefined;
  }
}
