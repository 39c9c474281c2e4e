/** The way of one matter as its reporter reads it: what happened, where it is, what is to come. */
import type { FollowedMatter } from '../contract.ts';
import type { State } from '../rules/states.ts';
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
const EVENT_NAMES: Readonly<Record<string, Action | 'report' | 'joined'>> = {
  report: 'report',
  joined: 'joined',
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
  complaint_answered: 'answer_complaint',
};

/** Steps after which somebody else has the matter. */
const HANDED_OVER: readonly string[] = ['dispatch', 'transfer'];

const GRAVE: readonly string[] = ['reject', 'return', 'escalate', 'shelve'];

/** `matter.filed`, `filed` and `file` are the same step; what is not known is `other`. */
export function stepName(kind: string): Action | 'report' | 'joined' | 'other' {
  const name = kind.replace(/^matter\./, '');
  const action = ACTIONS.find((known) => known === name);
  if (action !== undefined) return action;
  return Object.hasOwn(EVENT_NAMES, name) ? (EVENT_NAMES[name] ?? 'other') : 'other';
}

/** `organisation` is filled in where the record names one. */
export function pastSteps({ say }: Visit, matter: FollowedMatter): readonly PastStep[] {
  const names = matter.timeline.map(({ kind }) => stepName(kind));
  const lastHandedOver = names.findLastIndex((name) => HANDED_OVER.includes(name));
  return matter.timeline.map(({ at, organisation, text }, index) => {
    const name = names[index] ?? 'other';
    // The record says who handed it over; whose it became last, the matter itself says.
    const recorded = HANDED_OVER.includes(name) ? '' : organisation;
    const who = index === lastHandedOver ? matter.handlerName : recorded;
    return {
      sentence: say(`step.${name}`, { organisation: who === '' ? say('step.somebody') : who }),
      at,
      text,
      grave: GRAVE.includes(name),
    };
  });
}

/** What is going on now, in the states in which something is. */
export function hereSentence(
  { say }: Visit,
  { state, handlerName }: FollowedMatter,
): string | undefined {
  if (!(state in AHEAD_FROM)) return undefined;
  const handler = handlerName === '' ? say('matter.handler_unknown') : handlerName;
  return say(`here.${state as GoingOn}`, { handler });
}

/** Steps between here and the end, the next first; what is going on now is not among them. */
export function stepsAhead(state: State): readonly Ahead[] {
  if (state === 'called_back') return ['evaluate'];
  return state in AHEAD_FROM ? ORDER.slice(ORDER.indexOf(AHEAD_FROM[state as GoingOn])) : [];
}

const ORDER = ['dispatch', 'handle', 'check', 'close', 'call_back', 'evaluate'] as const;
type Ahead = (typeof ORDER)[number];

/** The step after the one that each state is in the middle of. */
const AHEAD_FROM = {
  reported: 'dispatch',
  filed: 'handle',
  dispatched: 'handle',
  disputed: 'handle',
  handling: 'check',
  answered: 'close',
  checked: 'call_back',
  closed: 'evaluate',
  shelved: 'handle',
} as const satisfies Partial<Record<State, Ahead>>;
type GoingOn = keyof typeof AHEAD_FROM;
