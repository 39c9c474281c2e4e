/**
 * Days `YYYY-MM-DD` and moments `YYYY-MM-DDTHH:MM` on the wall clock of the
 * scheme's place. They compare as text; only counting needs a calendar.
 */
import { Temporal } from 'temporal-polyfill';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d$/;
const LENGTH_OF_DAY = 10;

/** True for a day that there is: not 2023-02-29. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isMoment(text: string): boolean {
  const day = MOMENT.exec(text)?.[1];
  return day !== undefined && isDay(day);
}

function dayOf(dayOrMoment: string): string {
  return dayOrMoment.slice(0, LENGTH_OF_DAY);
}

/**
 * A day and a moment compare by the day: until 20 March is until its midnight;
 * two moments by the minute.
 */
export function compareDays(first: string, second: string): -1 | 0 | 1 {
  const length = Math.min(first.length, second.length);
  const [a, b] = [first.slice(0, length), second.slice(0, length)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const LAST_YEAR = 9999;

/** Months keep the day, or take the last one of a shorter month. Undefined beyond the calendar. */
export function shiftedDay(
  day: string,
  amount: number,
  unit: 'days' | 'months',
): string | undefined {
  if (Math.abs(amount) > 100_000) return undefined;
  const clock = day.slice(LENGTH_OF_DAY);
  const shifted = Temporal.PlainDate.from(dayOf(day)).add({ [unit]: amount });
  return shifted.year > LAST_YEAR || shifted.year < 1900 ? undefined : `${shifted}${clock}`;
}

/** Days from the first to the second, below zero where the second is earlier. */
export function daysBetween(first: string, second: string): number {
  return Temporal.PlainDate.from(dayOf(first)).until(dayOf(second), { largestUnit: 'day' }).days;
}

/**
 * Months from the first day to the second: full ones only, or with the last
 * begun one counted as a whole (不足一月按一月计). Zero where the second is not later.
 */
export function monthsBetween(first: string, second: string, begun: boolean): number {
  const [from, to] = [
    Temporal.PlainDate.from(dayOf(first)),
    Temporal.PlainDate.from(dayOf(second)),
  ];
  if (Temporal.PlainDate.compare(from, to) >= 0) return 0;
  const { months } = from.until(to, { largestUnit: 'month' });
  const left = Temporal.PlainDate.compare(from.add({ months }), to) < 0;
  return begun && left ? months + 1 : months;
}

/** `YYYY-MM`, some months on. */
export function monthAfter(day: string, months: number): string {
  const month = Temporal.PlainYearMonth.from(day.slice(0, 7)).add({ months });
  return month.toString();
}
