/**
 * The calendar of a tenant: its time zone, its hours of work, the official
 * holidays and adjusted workdays and what an operator has added to them.
 */
import { Temporal } from 'temporal-polyfill';
import {
  type DayKind,
  type ExtraDays,
  officialKind,
  officialYearKnown,
  yearOf,
} from './official-days.ts';

/** Begin and end of a stretch of work, minutes from midnight: 09:00 to 12:00 is `[540, 720]`. */
type WorkStretch = readonly [number, number];

interface CalendarOptions {
  /** IANA name; an unknown one is a fault (RangeError). */
  readonly timeZone: string;
  /** In order, without overlap; 09:00 to 12:00 and 13:30 to 17:30 unless said otherwise. */
  readonly workHours?: readonly WorkStretch[];
  readonly extraDays?: ExtraDays;
}

/** Milliseconds since 1970-01-01T00:00:00Z, begin and end of a stretch of work. */
export type Stretch = readonly [number, number];

interface LegalDay {
  readonly day: string;
  /** The day after: reckoning it anew at each step would cost more than all the rest. */
  readonly next: string;
  readonly working: boolean;
  /** True where the holidays of its year are not known: only the week was asked. */
  readonly provisional: boolean;
  /** Stretches of work of this day, none where it is off. */
  readonly work: readonly Stretch[];
}

export interface LegalCalendar {
  readonly timeZone: string;
  /** Facts of a day `YYYY-MM-DD`; an impossible one is a fault (RangeError). */
  get(day: string): LegalDay;
}

const USUAL_HOURS: readonly WorkStretch[] = [
  [540, 720],
  [810, 1050],
];
const SATURDAY = 6;
const KEPT = 64;
const calendars = new Map<string, LegalCalendar>();

/** The calendar of these options; calendars used lately are kept, since their days are. */
export function legalCalendar(options: CalendarOptions): LegalCalendar {
  const key = JSON.stringify([options.timeZone, options.workHours, options.extraDays]);
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size >= KEPT) calendars.clear();
  const made = makeCalendar(options);
  calendars.set(key, made);
  return made;
}

function makeCalendar(options: CalendarOptions): LegalCalendar {
  const hours = checkedHours(options.workHours ?? USUAL_HOURS);
  const extra = options.extraDays ?? {};
  const extraYears = new Set(Object.keys(extra).map(yearOf));
  const days = new Map<string, LegalDay>();
  const make = (day: string): LegalDay => {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
    const kind = extra[day] ?? officialKind(day) ?? weekKind(date);
    return {
      day,
      next: date.add({ days: 1 }).toString(),
      working: kind === 'work',
      provisional: !officialYearKnown(day) && !extraYears.has(yearOf(day)),
      work: kind === 'work' ? hours.map((one) => stretch(date, one, options.timeZone)) : [],
    };
  };
  return {
    timeZone: options.timeZone,
    get(day) {
      const known = days.get(day);
      if (known) return known;
      const made = make(day);
      days.set(day, made);
      return made;
    },
  };
}

function weekKind(date: Temporal.PlainDate): DayKind {
  return date.dayOfWeek >= SATURDAY ? 'off' : 'work';
}

function stretch(date: Temporal.PlainDate, [from, to]: WorkStretch, timeZone: string): Stretch {
  const at = (minutes: number): number =>
    date.toPlainDateTime().add({ minutes }).toZonedDateTime(timeZone).epochMilliseconds;
  return [at(from), at(to)];
}

function checkedHours(hours: readonly WorkStretch[]): readonly WorkStretch[] {
  const inOrder = hours.every(
    ([from, to], index) => from < to && from >= (hours[index - 1]?.[1] ?? 0) && to <= 1440,
  );
  if (hours.length === 0 || !inOrder)
    throw new RangeError('work hours must be in order within a day');
  return hours;
}

/** The day so many days later (earlier where negative). */
export function shiftDay(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Last instant of a legal day (ISO, milliseconds): periods in days end with their last day. */
export function endOfLegalDay(day: string, calendar: LegalCalendar): string {
  const midnight = Temporal.PlainDate.from(day, { overflow: 'reject' })
    .add({ days: 1 })
    .toZonedDateTime(calendar.timeZone);
  return new Date(midnight.epochMilliseconds - 1).toISOString();
}
