/**
 * A time limit: how much of which unit, and the rule it comes from. The same
 * number means different days by different statutes (rules.md section 3a), so
 * amount, unit and rule always travel together.
 */
import { z } from 'zod';

export const TIME_UNITS = ['hour', 'work_hour', 'working_day', 'calendar_day'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/**
 * A calendar-day limit whose last day is no working day ends on the next
 * working day (Civil Code article 203) unless the rule says `same_day`.
 */
export const TimeLimit = z.object({
  amount: z.number().int().positive().max(10_000),
  unit: z.enum(TIME_UNITS),
  rule: z.string().max(500),
  lastDayOff: z.enum(['next_working_day', 'same_day']).optional(),
});
export type TimeLimit = Readonly<z.infer<typeof TimeLimit>>;
