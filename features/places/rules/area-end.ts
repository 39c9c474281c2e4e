/**
 * Whether an area may end (撤销): nothing may be left that stands in it or is done over it.
 * What is over stays with it as history. A merger is this for the area that is dissolved, after
 * what it held was given to the other one.
 */
import { done, type Outcome, refused } from '#kernel/outcome.ts';

export interface EndingArea {
  readonly parentAreaId: string | null;
  /** First day of the version in force. */
  readonly fromDay: string;
  readonly toDay: string | null;
}

/** What may stand in its way, in the order in which a clerk does well to see to it. */
export const IN_THE_WAY = [
  'matters',
  'plans',
  'grids',
  'sites',
  'schemes',
  'walls',
  'appointments',
  'posts',
  'organisations',
  'areas',
] as const;

/** How many of each kind stand in its way; what there is none of is left out. */
export type InTheWay = Readonly<Partial<Record<(typeof IN_THE_WAY)[number], number>>>;

/**
 * The first day on which it is no longer there.
 * @param wanted where somebody said one: after the day its last version began, at the latest `latest`
 * @param latest today; tomorrow for what began today, since nothing was for no day at all
 * @returns `place.ended`, `place.top`, `place.period`, `place.still_in_use` with the counts as detail
 */
export function endOf(
  area: EndingArea,
  wanted: string | undefined,
  latest: string,
  inTheWay: InTheWay,
): Outcome<string> {
  if (area.toDay !== null) return refused({ code: 'place.ended' });
  if (area.parentAreaId === null) return refused({ code: 'place.top' });
  const day = wanted ?? latest;
  if (day <= area.fromDay || day > latest)
    return refused({ code: 'place.ending_day', field: 'on', detail: { began: area.fromDay } });
  const total = Object.values(inTheWay).reduce((sum, count) => sum + count, 0);
  if (total > 0) return refused({ code: 'place.still_in_use', detail: { ...inTheWay, total } });
  return done(day);
}
