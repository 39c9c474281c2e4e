/** Days and hours as people say them, in the place's time zone. */
import type { Locale } from '#kernel/context.ts';
import { legalDay } from '#kernel/period.ts';
import type { Visit } from './visit.ts';

const LANGUAGE: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** `11月20日 周五 08:12`; with the year where it is another one than now's. */
export function dayAndTime(visit: Visit, instant: string): string {
  return `${day(visit, instant)} ${format(visit, 'time').format(new Date(instant))}`;
}

/** `11月20日 周五`. */
export function day(visit: Visit, instant: string): string {
  const sameYear = yearOf(visit, instant) === yearOf(visit, visit.now);
  const date = format(visit, sameYear ? 'day' : 'year').format(new Date(instant));
  const weekday = format(visit, 'weekday').format(new Date(instant));
  return visit.locale === 'zh' ? `${date} ${weekday}` : `${weekday} ${date}`;
}

/** A legal day YYYY-MM-DD, which has no time zone of its own. */
export function legalDayText(visit: Visit, legal: string): string {
  const sameYear = legal.slice(0, 4) === yearOf(visit, visit.now);
  const utc = { ...visit, timeZone: 'UTC' };
  return format(utc, sameYear ? 'day' : 'year').format(new Date(`${legal}T12:00:00Z`));
}

function yearOf(visit: Visit, instant: string): string {
  return legalDay(Date.parse(instant), visit.timeZone).slice(0, 4);
}

const FIELDS = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'short' },
  day: { month: 'short', day: 'numeric' },
  year: { year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function format(
  visit: Pick<Visit, 'locale' | 'timeZone'>,
  kind: keyof typeof FIELDS,
): Intl.DateTimeFormat {
  const key = `${visit.locale} ${visit.timeZone} ${kind}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LANGUAGE[visit.locale], {
    ...FIELDS[kind],
    timeZone: visit.timeZone,
  });
  formats.set(key, made);
  return made;
}
