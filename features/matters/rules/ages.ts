/** How long what is open has been waiting, in legal days: what was reported today is 0 days old. */
import { Temporal } from 'temporal-polyfill';

/** Upper ends in days of the age groups; the last one is open. */
export const AGES = [1, 3, 7, 30, 90] as const;

/**
 * For each age the instant since which a report is no older: the beginning of a legal
 * day, so that a list of days has what a group counts, not one more and not one less.
 * @param today legal day, `YYYY-MM-DD`
 * @param timeZone IANA name; an unknown one is a fault (RangeError)
 */
export function sinceOfAges(today: string, timeZone: string): readonly string[] {
  const day = Temporal.PlainDate.from(today);
  return AGES.map((days) =>
    new Date(day.subtract({ days }).toZonedDateTime(timeZone).epochMilliseconds).toISOString(),
  );
}

/**
 * Which of the ages something has that is open since an instant, counted from 0.
 * @param younger as `sinceOfAges` has them
 */
export function ageOf(since: string, younger: readonly string[]): number {
  return younger.filter((from) => since < from).length;
}
