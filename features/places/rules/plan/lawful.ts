/** What may happen to a plan, and when: nothing comes into force that nobody was asked about. */
import type { PersonId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { covers } from '#kernel/period.ts';
import type { PlanState } from './plan.ts';

/** Days for which residents are heard at least; a rule of this house, no law names one. */
export const LEAST_CONSULTATION = 7;
const MOST_CONSULTATION = 180;
const DAY = 86_400_000;

export interface PlanStanding {
  readonly state: PlanState;
  readonly proposedBy: PersonId | null;
  /** `[from, to)` of the consultation; null before. */
  readonly consultFrom: string | null;
  readonly consultTo: string | null;
  /** Opinions without a reply. */
  readonly unanswered: number;
}

/** The day that lies so many days after another; days as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Puts a proposed plan before the residents. Refuses `plan.state`, `plan.period`. */
export function mayConsult(
  { state }: Pick<PlanStanding, 'state'>,
  { from, to }: { readonly from: string; readonly to: string },
  today: string,
): Outcome<true> {
  if (state !== 'proposed') return refused({ code: 'plan.state', detail: { state } });
  const least = dayAfter(from, LEAST_CONSULTATION);
  if (from < today || to < least || to > dayAfter(from, MOST_CONSULTATION))
    return refused({ code: 'plan.period', field: 'to', detail: { days: LEAST_CONSULTATION } });
  return done(true);
}

/** True on days on which residents are heard. */
export function isHeard({ state, consultFrom, consultTo }: PlanStanding, today: string): boolean {
  return (
    state === 'consulted' &&
    consultFrom !== null &&
    covers({ from: consultFrom, to: consultTo }, today)
  );
}

/**
 * Whether the plan may come into force by this person. Refuses `plan.state`, `plan.own` (who
 * proposed never decides), `plan.consulting` (residents are still heard), `plan.unanswered`.
 */
export function mayComeIntoForce(
  plan: PlanStanding,
  by: PersonId | null,
  today: string,
): Outcome<true> {
  const { state, consultTo, unanswered } = plan;
  if (state !== 'consulted' || consultTo === null)
    return refused({ code: 'plan.state', detail: { state } });
  if (by === null || by === plan.proposedBy) return refused({ code: 'plan.own' });
  if (today < consultTo)
    return refused({ code: 'plan.consulting', detail: { day: dayAfter(consultTo, -1) } });
  if (unanswered > 0) return refused({ code: 'plan.unanswered', detail: { count: unanswered } });
  return done(true);
}

/** A day on which it may begin: not over, and after the last day the present borders began on. */
export function mayBeginOn(from: string, today: string, lastBegan: string | null): Outcome<true> {
  const isRight = from >= today && (lastBegan === null || from > lastBegan);
  return isRight
    ? done(true)
    : refused({ code: 'plan.begins', field: 'from', detail: { day: lastBegan ?? today } });
}

/** Also a plan that was taken back owes an answer to who spoke; what is decided stays as it was said. */
export function mayReply(state: PlanState): boolean {
  return state === 'consulted' || state === 'withdrawn';
}

/** What is in force or taken back already stays so. Refuses `plan.state`. */
export function mayWithdraw({ state }: Pick<PlanStanding, 'state'>): Outcome<true> {
  return state === 'proposed' || state === 'consulted'
    ? done(true)
    : refused({ code: 'plan.state', detail: { state } });
}

export const PLAN_ACTIONS = ['consult', 'reply', 'bring_into_force', 'withdraw'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** Who looks: which of the two roles they hold over the area of the plan. */
export interface Reader {
  readonly personId: PersonId | null;
  readonly plans: boolean;
  readonly decides: boolean;
}

/** The steps that are open to somebody now, for buttons; commands judge again. */
export function openActions(
  plan: PlanStanding,
  { personId, plans, decides }: Reader,
  today: string,
): readonly PlanAction[] {
  const isOpen: Readonly<Record<PlanAction, boolean>> = {
    consult: plans && plan.state === 'proposed',
    reply: plans && mayReply(plan.state),
    bring_into_force: decides && mayComeIntoForce(plan, personId, today).ok,
    withdraw: (plans || decides) && mayWithdraw(plan).ok,
  };
  return PLAN_ACTIONS.filter((action) => isOpen[action]);
}
