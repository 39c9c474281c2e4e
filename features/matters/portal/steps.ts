/** The way of one matter as its reporter reads it: what happened, where it is, what is to come. */
import type { FollowedMatter, Step } from '../contract.ts';
import { NEXT_STEP, type State } from '../rules/states.ts';
import { ACTIONS, type Action } from '../rules/transitions.ts';
import type { Visit } from './visit.ts';

export interface PastStep {
  readonly sentence: string;
  readonly at: string;
  readonly text: string;
  /** Set apart: something that did not go as it should. */
  readonly grave: boolean;
}

/** What an event is called in the record, where it is not the action's own name. */
const EVENT_NAMES: Readonly<Record<string, Action | 'report'>> = {
  report: 'report',
  reported: 'report',
  entered: 'report',
  imported: 'report',
  filed: 'file',
  rejected: 'reject',
  not_accepted: 'reject',
  merged: 'merge',
  dispatched: 'dispatch',
  disputed: 'dispute',
  dispute_settled: 'settle_dispute',
  accepted: 'accept',
  transferred: 'transfer',
  answered: 'answer',
  returned: 'return',
  checked: 'check',
  closed: 'close',
  called_back: 'call_back',
  evaluated: 'evaluate',
  reopened: 'reopen',
  withdrawn: 'withdraw',
  extension_requested: 'request_extension',
  extension_decided: 'decide_extension',
  shelved: 'shelve',
  resumed: 'resume',
  supervised: 'supervise',
  instructed: 'instruct',
  escalated: 'escalate',
  excluded: 'exclude',
  reclassified: 'reclassify',
  commented: 'comment',
  complained: 'complain',
};

const GRAVE: readonly string[] = ['reject', 'return', 'escalate', 'shelve'];

/** `matter.filed`, `filed` and `file` are the same step; what is not known is `other`. */
export function stepName(kind: string): Action | 'report' | 'other' {
  const name = kind.replace(/^matter\./, '');
  const action = ACTIONS.find((known) => known === name);
  if (action !== undefined) return action;
  return Object.hasOwn(EVENT_NAMES, name) ? (EVENT_NAMES[name] ?? 'other') : 'other';
}

export function pastSteps({ say }: Visit, matter: FollowedMatter): readonly PastStep[] {
  return matter.timeline.map(({ kind, at, organisation, text }) => {
    const name = stepName(kind);
    const who = organisation === '' ? say('step.somebody') : organisation;
    return {
      sentence: say(`step.${name}`, { organisation: who }),
      at,
      text,
      grave: GRAVE.includes(name),
    };
  });
}

/** Steps between here and the end, the next first. */
export function stepsAhead(state: State): readonly Exclude<Step, 'report'>[] {
  const order = [
    'file',
    'dispatch',
    'handle',
    'answer',
    'check',
    'close',
    'call_back',
    'evaluate',
  ] as const;
  const next = NEXT_STEP[state];
  return next === undefined ? [] : order.slice(order.findIndex((step) => step === next));
}
