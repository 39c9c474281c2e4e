/** Which actions are lawful for whom at this moment: the transition table applied to one matter. */
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import type { State } from './states.ts';
import { ACTIONS, type Action, TRANSITIONS, type Transition } from './transitions.ts';

/** What the table needs to know of a matter. */
export interface Standing {
  readonly state: State;
  /** Path of the area whose authority it is under today. */
  readonly areaPath: string;
  readonly handlerOrganisationId: OrganisationId | null;
  /** Everybody who took it up or answered, in any round, and the units they did it for. */
  readonly handledByPersons: readonly PersonId[];
  readonly handledByOrganisations: readonly OrganisationId[];
  readonly extensionUntil: string | null;
  /** Last instant at which it may be reopened, ISO; null before it is closed. */
  readonly reopenUntil: string | null;
  readonly excluded: boolean;
  readonly supervised: boolean;
  /** Since when a complaint waits for its answer, ISO. */
  readonly complaintAt: string | null;
}

/** Who asks: a person with the grants held now, the reporter of this matter, or the clock. */
export type Asking =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly grants: readonly Grant[] }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'clock' };

/** Under which grant a person acts; null for the reporter and the clock. */
export type Standpoint = Grant | null;

/**
 * Whether `action` is lawful for `asking` on this matter at `now`.
 * @param now instant, ISO in UTC
 * @returns the grant under which it is done, or `matter.state`, `matter.own_handling`,
 *   `matter.reopen_period`, `access.not_allowed`
 */
export function lawful(
  action: Action,
  matter: Standing,
  asking: Asking,
  now: string,
): Outcome<Standpoint> {
  const transition: Transition = TRANSITIONS[action];
  if (!transition.from.includes(matter.state)) {
    return refused({
      code: 'matter.state',
      detail: { action, state: matter.state },
    });
  }
  const standpoint = standpointFor(transition, matter, asking);
  if (!standpoint.ok) return standpoint;
  return conditionRefusal(action, matter, now) ?? standpoint;
}

/** All actions lawful for `asking` now, in the order of the table; travels with each answer as abilities. */
export function lawfulActions(matter: Standing, asking: Asking, now: string): readonly Action[] {
  return ACTIONS.filter((action) => lawful(action, matter, asking, now).ok);
}

function standpointFor(
  transition: Transition,
  matter: Standing,
  asking: Asking,
): Outcome<Standpoint> {
  if (asking.kind !== 'person') {
    return transition.by.includes(asking.kind)
      ? done(null)
      : refused({ code: 'access.not_allowed' });
  }
  const fitting = asking.grants.filter(
    (grant) => transition.by.includes(grant.role) && reaches(grant, matter),
  );
  if (fitting.length === 0) return refused({ code: 'access.not_allowed' });
  if (!transition.apartFromHandling) return done(fitting[0] ?? null);
  if (matter.handledByPersons.includes(asking.personId)) {
    return refused({ code: 'matter.own_handling' });
  }
  const apart = fitting.find(
    (grant) => !matter.handledByOrganisations.includes(grant.organisationId),
  );
  return apart ? done(apart) : refused({ code: 'matter.own_handling' });
}

/** Roles of the handling unit reach what is dispatched to it; all others reach what lies in their area. */
const UNIT_ROLES: readonly Role[] = ['handler'];

/** Whether a grant reaches a matter: by unit for handlers, by territory for everybody else. */
export function reaches(
  grant: Grant,
  matter: Pick<Standing, 'areaPath' | 'handlerOrganisationId'>,
): boolean {
  if (UNIT_ROLES.includes(grant.role)) {
    return grant.organisationId === matter.handlerOrganisationId;
  }
  return matter.areaPath.startsWith(grant.areaPath);
}

function conditionRefusal(
  action: Action,
  matter: Standing,
  now: string,
): Outcome<Standpoint> | undefined {
  if (action === 'reopen' && (matter.reopenUntil === null || now > matter.reopenUntil)) {
    return refused({ code: 'matter.reopen_period', detail: { until: matter.reopenUntil } });
  }
  if (action === 'decide_extension' && matter.extensionUntil === null) {
    return refused({ code: 'matter.no_extension_asked' });
  }
  if (action === 'request_extension' && matter.extensionUntil !== null) {
    return refused({ code: 'matter.extension_pending' });
  }
  const pointless =
    (action === 'answer_complaint' && matter.complaintAt === null) ||
    (action === 'release' && !matter.supervised) ||
    (action === 'exclude' && matter.excluded);
  if (pointless) {
    return refused({ code: 'matter.state', detail: { action, state: matter.state } });
  }
  return undefined;
}
