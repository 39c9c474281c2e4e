/**
 * The past of a matter as another system's record tells it. Records contradict
 * themselves; what cannot be put right without guessing is refused, what is
 * doubtful beside the point is left empty and named.
 */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Matter } from './matter.ts';
import type { State } from './states.ts';

/** States a record of another system can stand for; the others need facts that it does not tell. */
export const IMPORTED_STATES = [
  'reported',
  'filed',
  'dispatched',
  'handling',
  'closed',
  'evaluated',
  'not_accepted',
  'withdrawn',
] as const satisfies readonly State[];
export type ImportedState = (typeof IMPORTED_STATES)[number];

/** What the record says; instants in UTC, ISO 8601 with milliseconds. */
export interface SaidPast {
  readonly state: ImportedState | null;
  readonly reportedAt: string;
  readonly filedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
  readonly handleDueAt: string | null;
  readonly solved: boolean | null;
  /** 1 to 5. */
  readonly satisfaction: number | null;
}

export type DoubtfulField = Exclude<keyof SaidPast, 'state' | 'reportedAt'>;

export interface ImportedPast {
  readonly columns: Pick<
    Matter,
    | 'state'
    | 'reportedAt'
    | 'filedAt'
    | 'dispatchedAt'
    | 'answeredAt'
    | 'closedAt'
    | 'handleDueAt'
    | 'dueAt'
    | 'escalateAt'
    | 'callBack'
    | 'solved'
    | 'satisfaction'
  >;
  /** What the record says and cannot be: left empty. */
  readonly doubts: readonly DoubtfulField[];
}

const ENDED: readonly State[] = ['closed', 'evaluated'];
const IN_HAND: readonly State[] = ['dispatched', 'handling'];

/**
 * Refuses a report of the future (`input.impossible_date`), a closing before the
 * report (`import.order`), and a closed matter without a time of closing
 * (`import.value_missing`). Leaves empty: a closing time of what is not closed;
 * a limit, a filing, a dispatch or an answer before the report, or after the
 * closing where it cannot be; an opinion outside 1 to 5.
 * @param now ISO instant
 */
export function importedPast(said: SaidPast, now: string): Outcome<ImportedPast> {
  const { reportedAt } = said;
  if (reportedAt > now) return refused({ code: 'input.impossible_date', field: 'reportedAt' });
  const state = said.state ?? (said.closedAt === null ? 'filed' : 'closed');
  const ended = ENDED.includes(state);
  const closing = closingOf(said, ended, now);
  if (!closing.ok) return closing;
  const closedAt = closing.value;
  const doubts: DoubtfulField[] = ended || said.closedAt === null ? [] : ['closedAt'];
  const kept = (field: DoubtfulField, holds: (at: string) => boolean): string | null => {
    const at = said[field];
    if (typeof at !== 'string') return null;
    if (holds(at)) return at;
    doubts.push(field);
    return null;
  };
  const within = (at: string): boolean => at >= reportedAt && at <= (closedAt ?? now);
  const handleDueAt = kept('handleDueAt', (at) => at >= reportedAt);
  const dueAt = IN_HAND.includes(state) ? handleDueAt : null;
  const filedAt = kept('filedAt', within) ?? (state === 'reported' ? null : reportedAt);
  const dispatchedAt = kept('dispatchedAt', within);
  const answeredAt = kept('answeredAt', within) ?? closedAt;
  const opinion = opinionOf(said);
  if (opinion.doubtful) doubts.push('satisfaction');
  return done({
    columns: {
      state,
      reportedAt,
      filedAt,
      dispatchedAt,
      answeredAt,
      closedAt,
      handleDueAt,
      dueAt,
      // What was late before it came here is shown as late, and climbs by nobody's clock.
      escalateAt: dueAt !== null && dueAt > now ? dueAt : null,
      callBack: opinion.solved === null ? null : 'reached',
      solved: opinion.solved,
      satisfaction: opinion.satisfaction,
    },
    doubts,
  });
}

function closingOf(said: SaidPast, ended: boolean, now: string): Outcome<string | null> {
  if (!ended) return done(null);
  const { closedAt, reportedAt } = said;
  if (closedAt === null) return refused({ code: 'import.value_missing', field: 'closedAt' });
  if (closedAt > now) return refused({ code: 'input.impossible_date', field: 'closedAt' });
  if (closedAt < reportedAt) return refused({ code: 'import.order', field: 'closedAt' });
  return done(closedAt);
}

function opinionOf({ solved, satisfaction }: SaidPast) {
  const fits = satisfaction === null || (satisfaction >= 1 && satisfaction <= 5);
  return { solved, satisfaction: fits ? satisfaction : null, doubtful: !fits };
}
