/** Legal calendar and time limits: the words every feature speaks of time with. */
export { due, dueAt } from './due.ts';
export { elapsed } from './elapsed.ts';
export { endOfLegalDay, type LegalCalendar, legalCalendar, shiftDay } from './legal-calendar.ts';
export { TimeLimit, type TimeUnit } from './time-limit.ts';
