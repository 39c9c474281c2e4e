/**
 * What an action does to a matter: pure, from the matter, the input and the
 * deadlines to the columns that change. Whether it is lawful is lawful.ts's;
 * who acts stands in the standpoint it answered.
 */
import type { OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { ActionInput, InputOf } from './action-input.ts';
import type { Asking, Standpoint } from './lawful.ts';
import type { Stage } from './limits.ts';
import type { Matter, MatterPatch } from './matter.ts';
import type { State } from './states.ts';

/** Ends of stages, computed by the caller from the category's limits and the calendar. */
export interface Deadlines {
  /** End of a stage beginning at `from`, ISO instants; null where no limit runs. */
  stageEnd(stage: Stage, from: string): string | null;
  /** Last instant of a legal day YYYY-MM-DD in the tenant's zone. */
  endOfDay(day: string): string;
  /** When the matter climbs to the rung above `level`, from `from`; null at the top. */
  nextRung(level: number, from: string): string | null;
  /** Until when a matter closed at `closedAt` may be reopened. */
  reopenEnd(closedAt: string): string;
}

/** Facts of the world an action needs that the matter itself does not hold. */
export interface Surroundings {
  /** The area given or found at filing. */
  readonly filing?: Pick<Matter, 'areaId' | 'areaPath' | 'gridId'>;
  /** Whether the unit may be main handler of the category (duties a community may not be made to bear). */
  readonly mayBeMainHandler?: boolean;
  /** The post of the next rung: of the handling unit, else of the territory. */
  readonly nextPostId?: PostId | null;
}

export interface Moment {
  readonly at: string;
  readonly asking: Asking;
  readonly standpoint: Standpoint;
  readonly deadlines: Deadlines;
  readonly surroundings: Surroundings;
}

/** The columns that change; refusals where the input does not fit this matter. */
export function progress(matter: Matter, input: ActionInput, moment: Moment): Outcome<MatterPatch> {
  const rule = RULES[input.action] as Rule<ActionInput['action']>;
  return rule(matter, input, moment);
}

type Rule<A extends ActionInput['action']> = (
  matter: Matter,
  input: InputOf<A>,
  moment: Moment,
) => Outcome<MatterPatch>;

const RULES: { readonly [A in ActionInput['action']]: Rule<A> } = {
  file: (matter, input, moment) => {
    const place = moment.surroundings.filing ?? matter;
    return done({
      ...waiting('filed', moment.deadlines.stageEnd('dispatch', moment.at)),
      categoryId: input.categoryId,
      condition: input.condition,
      title: input.title ?? matter.title,
      personal: input.personal ?? matter.personal,
      accusedOrganisationId: input.accusedOrganisationId ?? null,
      areaId: place.areaId,
      areaPath: place.areaPath,
      gridId: place.gridId,
      filedAreaPath: place.areaPath,
      filedAt: moment.at,
    });
  },
  reject: () => done(ended('not_accepted')),
  merge: (matter, input) =>
    input.targetId === matter.matterId
      ? refused({ code: 'matter.merge_target', field: 'targetId' })
      : done({ ...ended('merged'), mergedInto: input.targetId }),
  dispatch: (matter, input, moment) => handedTo(matter, input.organisationId, moment),
  recall: (_matter, _input, moment) => done(notDispatched(moment)),
  dispute: (_matter, _input, moment) =>
    done(waiting('disputed', moment.deadlines.stageEnd('dispatch', moment.at))),
  settle_dispute: (matter, input, moment) =>
    input.upheld
      ? done(notDispatched(moment))
      : done(waiting('dispatched', matter.responseDueAt ?? matter.handleDueAt)),
  accept: (matter, _input, moment) =>
    done({
      ...waiting('handling', matter.handleDueAt),
      acceptedAt: matter.acceptedAt ?? moment.at,
      handlerPostId: moment.standpoint?.postId ?? null,
      ...handledBy(matter, moment),
    }),
  transfer: (matter, input, moment) => handedTo(matter, input.organisationId, moment),
  answer: (matter, _input, moment) =>
    done({
      ...waiting('answered', moment.deadlines.stageEnd('check', moment.at)),
      answeredAt: moment.at,
      extensionUntil: null,
      ...handledBy(matter, moment),
    }),
  return: (matter) => done({ ...waiting('handling', matter.handleDueAt), checkedAt: null }),
  check: (_matter, input, moment) =>
    input.photos.length === 0 && input.text === ''
      ? refused({ code: 'matter.evidence_missing', field: 'photos' })
      : done({
          ...waiting('checked', moment.deadlines.stageEnd('close', moment.at)),
          checkedAt: moment.at,
        }),
  close: (_matter, _input, moment) =>
    done({
      ...waiting('closed', moment.deadlines.stageEnd('call_back', moment.at)),
      escalateAt: null,
      closedAt: moment.at,
      reopenUntil: moment.deadlines.reopenEnd(moment.at),
    }),
  call_back: (_matter, input) => {
    const reached = input.result === 'reached';
    if (reached && (input.solved === undefined || input.satisfaction === undefined)) {
      return refused({
        code: 'input.invalid',
        field: input.solved === undefined ? 'solved' : 'satisfaction',
      });
    }
    return done({
      ...ended('called_back'),
      callBack: input.result,
      solved: reached ? (input.solved ?? null) : null,
      satisfaction: reached ? (input.satisfaction ?? null) : null,
    });
  },
  evaluate: (_matter, input) =>
    done({ ...ended('evaluated'), solved: input.solved, satisfaction: input.satisfaction }),
  reopen: (matter, _input, moment) =>
    done({
      ...waiting('filed', moment.deadlines.stageEnd('dispatch', moment.at)),
      round: matter.round + 1,
      handlerOrganisationId: null,
      handlerPostId: null,
      dispatchedAt: null,
      acceptedAt: null,
      answeredAt: null,
      checkedAt: null,
      closedAt: null,
      handleDueAt: null,
      responseDueAt: null,
      extensionUntil: null,
      reopenUntil: null,
      callBack: null,
      solved: null,
      satisfaction: null,
    }),
  withdraw: () => done(ended('withdrawn')),
  request_extension: (matter, input) => {
    const until = new Date(input.until).toISOString();
    return matter.handleDueAt !== null && until <= matter.handleDueAt
      ? refused({ code: 'matter.extension_date', field: 'until' })
      : done({ extensionUntil: until });
  },
  decide_extension: (matter, input) => {
    if (!input.granted || matter.extensionUntil === null) return done({ extensionUntil: null });
    return done({
      handleDueAt: matter.extensionUntil,
      dueAt: matter.extensionUntil,
      escalateAt: matter.extensionUntil,
      escalationLevel: 0,
      escalatedPostId: null,
      extensionUntil: null,
    });
  },
  shelve: (matter, input, moment) => {
    const review = moment.deadlines.endOfDay(input.reviewOn);
    if (review <= moment.at) return refused({ code: 'matter.review_date', field: 'reviewOn' });
    return done({
      ...waiting('shelved', review),
      reviewOn: input.reviewOn,
      shelvedFrom: matter.state,
      extensionUntil: null,
    });
  },
  resume: (matter, _input, moment) => {
    const origin = matter.shelvedFrom ?? 'filed';
    const stage: Stage = origin === 'filed' ? 'dispatch' : 'handle';
    const end = moment.deadlines.stageEnd(stage, moment.at);
    return done({
      ...waiting(origin, end),
      ...(origin === 'filed' ? {} : { handleDueAt: end }),
      reviewOn: null,
      shelvedFrom: null,
    });
  },
  supervise: () => done({ supervised: true }),
  release: () => done({ supervised: false }),
  instruct: () => done({}),
  escalate: (matter, _input, moment) =>
    done({
      escalationLevel: matter.escalationLevel + 1,
      escalatedPostId: moment.surroundings.nextPostId ?? matter.escalatedPostId,
      escalateAt: moment.deadlines.nextRung(matter.escalationLevel + 1, moment.at),
    }),
  exclude: () => done({ excluded: true }),
  reclassify: (matter, input, moment) => {
    const { deadlines, at } = moment;
    const end =
      matter.state === 'reported'
        ? deadlines.stageEnd('file', matter.reportedAt)
        : deadlines.stageEnd('dispatch', at);
    return done({
      ...waiting(matter.state, end),
      categoryId: input.categoryId,
      condition: input.condition,
    });
  },
  comment: () => done({}),
  complain: (matter, _input, moment) => done({ complaintAt: matter.complaintAt ?? moment.at }),
  answer_complaint: () => done({ complaintAt: null }),
};

/** A state that waits for somebody until `due`; it climbs by itself once that has passed. */
function waiting(state: State, due: string | null): MatterPatch {
  return { state, dueAt: due, escalateAt: due, escalationLevel: 0, escalatedPostId: null };
}

/** Filed again, and no unit's. */
function notDispatched({ deadlines, at }: Moment): MatterPatch {
  return {
    ...waiting('filed', deadlines.stageEnd('dispatch', at)),
    handlerOrganisationId: null,
    handlerPostId: null,
    handleDueAt: null,
    responseDueAt: null,
    dispatchedAt: null,
    extensionUntil: null,
  };
}

/** A state nobody owes anything in. */
function ended(state: State): MatterPatch {
  return {
    state,
    dueAt: null,
    escalateAt: null,
    escalationLevel: 0,
    escalatedPostId: null,
    extensionUntil: null,
  };
}

function handedTo(
  matter: Matter,
  organisationId: OrganisationId,
  moment: Moment,
): Outcome<MatterPatch> {
  if (organisationId === matter.accusedOrganisationId) {
    return refused({ code: 'matter.accused_unit', field: 'organisationId' });
  }
  if (moment.surroundings.mayBeMainHandler === false) {
    return refused({ code: 'matter.not_main_handler', field: 'organisationId' });
  }
  const respond = moment.deadlines.stageEnd('respond', moment.at);
  const handle = moment.deadlines.stageEnd('handle', moment.at);
  return done({
    ...waiting('dispatched', respond ?? handle),
    handlerOrganisationId: organisationId,
    handlerPostId: null,
    dispatchedAt: moment.at,
    acceptedAt: null,
    responseDueAt: respond,
    handleDueAt: handle,
    extensionUntil: null,
  });
}

/** Remembers who handled and for which unit, so that they never check, close or call back. */
function handledBy(matter: Matter, moment: Moment): MatterPatch {
  const person = moment.asking.kind === 'person' ? moment.asking.personId : undefined;
  const unit = moment.standpoint?.organisationId;
  return {
    handledByPersons: including<PersonId>(matter.handledByPersons, person),
    handledByOrganisations: including<OrganisationId>(matter.handledByOrganisations, unit),
  };
}

function including<T>(list: readonly T[], one: T | undefined): readonly T[] {
  return one === undefined || list.includes(one) ? list : [...list, one];
}
