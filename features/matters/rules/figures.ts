/**
 * What one matter contributes to the figures. A command appends the difference
 * between the contributions after and before it; a recount in plain SQL checks
 * the sums (design.md 3.7).
 *
 * Response: taken up within its limit, of those dispatched with one.
 * On time: answered within the limit, of those closed that had one.
 * Solved, satisfied (4 or 5 of 5): by the reporter's own word, of those asked and reached.
 * The excluded share of each is a measure of its own, so the raw figure stays.
 */
import type { CategoryId, OrganisationId } from '#kernel/ids.ts';
import type { Matter } from './matter.ts';

export const MEASURES = [
  'reported',
  'filed',
  'closed',
  'response_due',
  'response_met',
  'limited',
  'on_time',
  'asked',
  'solved',
  'satisfied',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure, or its share that an approved exclusion takes out of the adjusted figure. */
export type CountedMeasure = Measure | `excluded_${Measure}`;

export interface Contribution {
  readonly measure: CountedMeasure;
  /** Legal day YYYY-MM-DD in the tenant's zone. */
  readonly day: string;
  readonly areaPath: string;
  readonly categoryId: CategoryId | null;
  readonly organisationId: OrganisationId | null;
}

export interface Increment extends Contribution {
  readonly delta: 1 | -1;
}

/** The columns figures are made of. */
export type Counted = Pick<
  Matter,
  | 'areaPath'
  | 'filedAreaPath'
  | 'categoryId'
  | 'handlerOrganisationId'
  | 'reportedAt'
  | 'filedAt'
  | 'dispatchedAt'
  | 'acceptedAt'
  | 'answeredAt'
  | 'closedAt'
  | 'handleDueAt'
  | 'responseDueAt'
  | 'solved'
  | 'satisfaction'
  | 'excluded'
  | 'state'
>;

/** Legal day of an instant; given by the caller, who knows the tenant's zone. */
export type DayOf = (instant: string) => string;

const SATISFIED_FROM = 4;

/** All that one matter counts for now. */
export function contributions(matter: Counted, dayOf: DayOf): readonly Contribution[] {
  const counted = measuresOf(matter);
  return counted.flatMap(({ measure, at }) => {
    const one = {
      day: dayOf(at),
      areaPath: matter.filedAreaPath ?? matter.areaPath,
      categoryId: matter.categoryId,
      organisationId: ofUnit(measure) ? matter.handlerOrganisationId : null,
    };
    const excluded = matter.excluded && !['reported', 'filed'].includes(measure);
    return excluded
      ? [
          { ...one, measure },
          { ...one, measure: `excluded_${measure}` as const },
        ]
      : [{ ...one, measure }];
  });
}

/** What a command appends: minus what was, plus what is, without what stays. */
export function increments(
  before: Counted | null,
  after: Counted,
  dayOf: DayOf,
): readonly Increment[] {
  const gone = before === null ? [] : contributions(before, dayOf);
  const now = contributions(after, dayOf);
  const keysGone = new Set(gone.map(keyOf));
  const keysNow = new Set(now.map(keyOf));
  return [
    ...gone
      .filter((one) => !keysNow.has(keyOf(one)))
      .map((one) => ({ ...one, delta: -1 as const })),
    ...now.filter((one) => !keysGone.has(keyOf(one))).map((one) => ({ ...one, delta: 1 as const })),
  ];
}

function measuresOf(matter: Counted): { measure: Measure; at: string }[] {
  if (matter.state === 'void') return [];
  const found: { measure: Measure; at: string }[] = [
    { measure: 'reported', at: matter.reportedAt },
  ];
  const add = (measure: Measure, at: string, holds = true) => {
    if (holds) found.push({ measure, at });
  };
  if (matter.filedAt !== null) add('filed', matter.filedAt);
  if (matter.dispatchedAt !== null && matter.responseDueAt !== null) {
    add('response_due', matter.dispatchedAt);
    add('response_met', matter.dispatchedAt, within(matter.acceptedAt, matter.responseDueAt));
  }
  if (matter.closedAt === null) return found;
  add('closed', matter.closedAt);
  if (matter.handleDueAt !== null) {
    add('limited', matter.closedAt);
    add('on_time', matter.closedAt, within(matter.answeredAt, matter.handleDueAt));
  }
  if (matter.solved !== null) {
    add('asked', matter.closedAt);
    add('solved', matter.closedAt, matter.solved);
    add('satisfied', matter.closedAt, (matter.satisfaction ?? 0) >= SATISFIED_FROM);
  }
  return found;
}

/** Reports and filings belong to the place alone; everything after to the unit as well. */
function ofUnit(measure: Measure): boolean {
  return measure !== 'reported' && measure !== 'filed';
}

function within(at: string | null, limit: string): boolean {
  return at !== null && at <= limit;
}

function keyOf(one: Contribution): string {
  return `${one.measure}|${one.day}|${one.areaPath}|${one.categoryId}|${one.organisationId}`;
}
