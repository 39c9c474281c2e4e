/** How much of a unit lies between two instants: "4 work hours left", "3 working days late". */
import { legalDay } from '../period.ts';
import type { LegalCalendar, Stretch } from './legal-calendar.ts';
import type { TimeUnit } from './time-limit.ts';

const HOUR = 3_600_000;

/** From when to when (ISO instants) a clock stood still. */
interface Pause {
  readonly from: string;
  readonly to: string;
}

/**
 * Amount of `unit` from `from` to `to` (ISO instants), without the pauses.
 * Hours and work hours are fractions, days are whole with the first not
 * counted. Zero where `to` is not after `from`.
 */
export function elapsed(
  from: string,
  to: string,
  unit: TimeUnit,
  calendar: LegalCalendar,
  pauses: readonly Pause[] = [],
): number {
  const whole: Stretch = [Date.parse(from), Date.parse(to)];
  if (whole.some(Number.isNaN)) throw new RangeError('no instants to measure between');
  const stopped = pausesWithin(whole, pauses);
  return stopped.reduce(
    (left, pause) => left - between(pause, unit, calendar),
    between(whole, unit, calendar),
  );
}

/** Clipped to the whole, in order, those that touch joined: no stretch is taken off twice. */
function pausesWithin([from, to]: Stretch, pauses: readonly Pause[]): readonly Stretch[] {
  const clipped = pauses
    .map((one): Stretch => [Math.max(from, Date.parse(one.from)), Math.min(to, Date.parse(one.to))])
    .filter(([begin, end]) => begin < end)
    .sort(([a], [b]) => a - b);
  const joined: Stretch[] = [];
  for (const [begin, end] of clipped) {
    const last = joined.at(-1);
    if (last && begin <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([begin, end]);
  }
  return joined;
}

function between([from, to]: Stretch, unit: TimeUnit, calendar: LegalCalendar): number {
  if (to <= from) return 0;
  if (unit === 'hour') return (to - from) / HOUR;
  const first = legalDay(from, calendar.timeZone);
  const last = legalDay(to, calendar.timeZone);
  if (unit === 'calendar_day') return days(first, last, calendar).length;
  if (unit === 'working_day')
    return days(first, last, calendar).filter((day) => calendar.get(day).working).length;
  return (
    [first, ...days(first, last, calendar)]
      .flatMap((day) => calendar.get(day).work)
      .reduce(
        (sum, [begin, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(begin, from)),
        0,
      ) / HOUR
  );
}

/** The days after the first up to and with the last. */
function days(first: string, last: string, calendar: LegalCalendar): readonly string[] {
  const found: string[] = [];
  for (let day = first; day < last; ) {
    day = calendar.get(day).next;
    found.push(day);
  }
  return found;
}
