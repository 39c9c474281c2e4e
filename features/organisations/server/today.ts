import type { Context } from '#kernel/context.ts';
import { legalDay } from '#kernel/period.ts';

/** The legal day of the tenant, now. */
export function today(context: Pick<Context, 'clock' | 'timeZone'>): string {
  return legalDay(context.clock.now(), context.timeZone);
}
