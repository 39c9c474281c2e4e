/** The months of the slider below the map, and the days they stand for in the filter. */
import { type Days, daysOfMonth } from '../figures/period.ts';

/** Months that the slider reaches back, this one included. */
export const MONTHS = 24;

/**
 * `YYYY-MM` of each month, the earliest first.
 * @param today legal day, YYYY-MM-DD
 */
export function monthsUntil(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, at) =>
    new Date(Date.UTC(year, month - MONTHS + at, 1)).toISOString().slice(0, 7),
  );
}

export type Span = readonly [first: number, last: number];

/** What the filter's days cover of the months; all of them where it names none. */
export function spanOf(months: readonly string[], days: Partial<Days>): Span {
  const at = (day: string | undefined, none: number): number => {
    if (day === undefined) return none;
    const found = months.indexOf(day.slice(0, 7));
    return found < 0 ? none : found;
  };
  const first = at(days.from, 0);
  return [first, Math.max(first, at(days.to, months.length - 1))];
}

/** The days of a span; undefined where it is everything, so that the filter names none. */
export function daysOfSpan(months: readonly string[], [first, last]: Span): Days | undefined {
  const [from, to] = [months[first], months[last]];
  if (from === undefined || to === undefined) return undefined;
  if (first === 0 && last === months.length - 1) return undefined;
  return { from: daysOfMonth(from).from, to: daysOfMonth(to).to };
}

/** The same length of time one month later; from the end it begins anew. */
export function nextSpan(months: readonly string[], [first, last]: Span): Span {
  const length = last - first;
  const all = length === months.length - 1;
  if (all) return [0, 0];
  return last + 1 < months.length ? [first + 1, last + 1] : [0, length];
}
