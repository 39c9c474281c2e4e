/** When a limit ends. */
import { legalDay } from '../period.ts';
import { endOfLegalDay, type LegalCalendar, shiftDay } from './legal-calendar.ts';
import type { TimeLimit } from './time-limit.ts';

interface Due {
  /** ISO instant in UTC. */
  readonly at: string;
  /** True where it passes through a year whose holidays are not announced: it may move. */
  readonly provisional: boolean;
}

const HOUR = 3_600_000;
/** Years without a working day would search for ever; no lawful calendar comes near. */
const MOST_DAYS = 20_000;

/**
 * The instant (ISO) at which a limit that starts at `from` ends: hours run
 * through, work hours within the hours of work, days by whole days with the
 * first not counted and the last one in full.
 * @param from ISO instant
 */
export function dueAt(from: string, limit: TimeLimit, calendar: LegalCalendar): string {
  return due(from, limit, calendar).at;
}

/** As `dueAt`, and says whether the end may still move. */
export function due(from: string, limit: TimeLimit, calendar: LegalCalendar): Due {
  const start = Date.parse(from);
  if (Number.isNaN(start) || !(limit.amount > 0))
    throw new RangeError('limit without start or amount');
  switch (limit.unit) {
    case 'hour':
      return { at: new Date(start + limit.amount * HOUR).toISOString(), provisional: false };
    case 'work_hour':
      return afterWork(start, limit.amount * HOUR, calendar);
    case 'working_day':
      return afterWorkingDays(legalDay(start, calendar.timeZone), limit.amount, calendar);
    case 'calendar_day':
      return afterCalendarDays(legalDay(start, calendar.timeZone), limit, calendar);
  }
}

function afterWork(start: number, amount: number, calendar: LegalCalendar): Due {
  let left = amount;
  let provisional = false;
  let day = legalDay(start, calendar.timeZone);
  for (let passed = 0; passed < MOST_DAYS; passed += 1) {
    const facts = calendar.get(day);
    provisional ||= facts.provisional;
    for (const [begin, end] of facts.work) {
      const from = Math.max(begin, start);
      if (end - from >= left) return { at: new Date(from + left).toISOString(), provisional };
      left -= Math.max(0, end - from);
    }
    day = facts.next;
  }
  throw new RangeError('limit beyond the calendar');
}

function afterWorkingDays(first: string, amount: number, calendar: LegalCalendar): Due {
  let provisional = false;
  let left = amount;
  let day = first;
  while (left > 0) {
    day = calendar.get(day).next;
    const facts = calendar.get(day);
    provisional ||= facts.provisional;
    if (facts.working) left -= 1;
  }
  return { at: endOfLegalDay(day, calendar), provisional };
}

function afterCalendarDays(first: string, limit: TimeLimit, calendar: LegalCalendar): Due {
  let day = shiftDay(first, limit.amount);
  // Only the last day asks the calendar, so only its year can make the end provisional.
  if (limit.lastDayOff === 'same_day')
    return { at: endOfLegalDay(day, calendar), provisional: false };
  let provisional = calendar.get(day).provisional;
  while (!calendar.get(day).working) {
    day = calendar.get(day).next;
    provisional ||= calendar.get(day).provisional;
  }
  return { at: endOfLegalDay(day, calendar), provisional };
}
