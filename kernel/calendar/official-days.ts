/**
 * Days on which the official calendar differs from the week: holidays (with
 * their weekends) and weekend days worked in exchange, as the State Council
 * announces them each autumn for the next year.
 */
import official from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

export type DayKind = 'off' | 'work';

/** Plain data of an operator for a year announced after this release: `{"2027-01-01": "off"}`. */
export type ExtraDays = Readonly<Record<string, DayKind>>;

const DAYS: ReadonlyMap<string, DayKind> = new Map([
  ...Object.keys(official.holidays).map((day): [string, DayKind] => [day, 'off']),
  ...Object.keys(official.workdays).map((day): [string, DayKind] => [day, 'work']),
]);

const YEARS: ReadonlySet<string> = new Set(Object.keys(official.holidays).map(yearOf));

/** What the official calendar says of a day; undefined where it leaves the week as it is. */
export function officialKind(day: string): DayKind | undefined {
  return DAYS.get(day);
}

/** True where the holidays of the year of this day are known. */
export function officialYearKnown(day: string): boolean {
  return YEARS.has(yearOf(day));
}

export function yearOf(day: string): string {
  return day.slice(0, 4);
}
