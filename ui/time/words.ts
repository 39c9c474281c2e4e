/**
 * Instants in words, in the tenant's zone: 今天 17:30, 昨天 12:00, 周三 10:00,
 * 11-20 08:12; 超期 3 小时. Pure: what is answered is a text key and its values.
 */
import { legalDay } from '#kernel/period.ts';

export interface Words {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The day and the time of an instant, the day named where that is clearer. */
export function momentWords(instant: string, now: number, timeZone: string): Words {
  const at = Date.parse(instant);
  const day = legalDay(at, timeZone);
  const time = clockTime(at, timeZone);
  const today = legalDay(now, timeZone);
  const apart = daysBetween(today, day);
  const named = NAMED[apart];
  if (named !== undefined) return { key: `time.${named}`, values: { time } };
  if (apart > 1 && apart < 7) {
    return { key: `time.weekday.${new Date(`${day}T00:00:00Z`).getUTCDay()}`, values: { time } };
  }
  if (day.slice(0, 4) === today.slice(0, 4)) {
    return { key: 'time.sameYear', values: { day: day.slice(5), time } };
  }
  return { key: 'time.otherYear', values: { day, time } };
}

const NAMED: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

export interface DayParts {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
}

/** The legal day of an instant, to be said in words of our own: the browser's take it 20 ms to look up. */
export function dayParts(milliseconds: number, timeZone: string): DayParts {
  const day = new Date(`${legalDay(milliseconds, timeZone)}T00:00:00Z`);
  return { weekday: day.getUTCDay(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

/** A length of time in its largest whole unit, at least one minute. */
export function lengthWords(milliseconds: number): Words {
  const length = Math.abs(milliseconds);
  if (length >= DAY) return { key: 'time.days', values: { count: Math.floor(length / DAY) } };
  if (length >= HOUR) return { key: 'time.hours', values: { count: Math.floor(length / HOUR) } };
  return { key: 'time.minutes', values: { count: Math.max(1, Math.floor(length / MINUTE)) } };
}

/** Whole days from one legal day to another; negative where `to` lies before. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** `HH:MM` in the zone. */
function clockTime(milliseconds: number, timeZone: string): string {
  return timeFormat(timeZone).format(milliseconds);
}

/** `YYYY-MM-DD HH:MM:SS` in the zone. */
export function fullMoment(instant: string, timeZone: string): string {
  return fullFormat(timeZone).format(Date.parse(instant));
}

/** Making a format costs as much as drawing a row, so each zone's is kept. */
const fullFormats = new Map<string, Intl.DateTimeFormat>();

function fullFormat(timeZone: string): Intl.DateTimeFormat {
  const known = fullFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  fullFormats.set(timeZone, made);
  return made;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}
