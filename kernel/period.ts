/**
 * Half-open periods of legal days, `[from, to)`: `to` is the first day that no
 * longer belongs to it. A day is `YYYY-MM-DD` in the tenant's time zone, so
 * that days compare as text.
 */
export interface Period {
  readonly from: string;
  /** Absent: open-ended. */
  readonly to?: string | null;
}

/** The day after any other. */
const NEVER = '9999-12-31';

const endOf = (period: Period): string => period.to ?? NEVER;

/** True where the day lies in the period. */
export function covers(period: Period, day: string): boolean {
  return period.from <= day && day < endOf(period);
}

/** True where both periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return !isEmpty(a) && !isEmpty(b) && a.from < endOf(b) && b.from < endOf(a);
}

/** True where no day belongs to the period. */
export function isEmpty(period: Period): boolean {
  return endOf(period) <= period.from;
}

/**
 * The legal day of an instant.
 * @param milliseconds since 1970-01-01T00:00:00Z
 * @param timeZone IANA name; an unknown one is a fault (RangeError)
 */
export function legalDay(milliseconds: number, timeZone: string): string {
  const minute = Math.floor(milliseconds / MINUTE);
  const last = lastDays.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = dayFormat(timeZone).format(milliseconds);
  lastDays.set(timeZone, { minute, day });
  return day;
}

/** Milliseconds; days begin, and clocks are moved, at the beginning of one, everywhere since 1972. */
const MINUTE = 60_000;
const lastDays = new Map<string, { readonly minute: number; readonly day: string }>();

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs some fifty microseconds, so each zone's is kept. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}
