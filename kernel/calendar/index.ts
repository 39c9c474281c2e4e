/** Legal calendar and time limits: the words every feature speaks of time with. */
export { type Due, due, dueAt } from './due.ts';
export { elapsed, type Pause } from './elapsed.ts';
export {
  type CalendarOptions,
  endOfLegalDay,
  type LegalCalendar,
  type LegalDay,
  legalCalendar,
  shiftDay,
  type WorkStretch,
} from './legal-calendar.ts';
export { type DayKind, type ExtraDays, officialKind, officialYears } from './official-days.ts';
export { TIME_UNITS, TimeLimit, type TimeUnit } from './time-limit.ts';
