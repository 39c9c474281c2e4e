/**
 * Time limits of a category: several at once, in work hours, working days or
 * calendar days, by stage and condition (rules.md section 2: one case may have
 * three). The calendar arithmetic is the kernel's.
 */
import { dueAt, type LegalCalendar, type TimeLimit } from '#kernel/calendar/index.ts';
import type { Stage } from './stages.ts';

export type { Stage } from './stages.ts';

export interface CategoryLimit {
  readonly stage: Stage;
  /** Empty where the limit always holds; else the code of a condition chosen at filing. */
  readonly condition: string;
  readonly limit: TimeLimit;
}

/** The limit of a stage under a condition; the general one where the condition has none of its own. */
function limitFor(
  limits: readonly CategoryLimit[],
  stage: Stage,
  condition: string,
): TimeLimit | undefined {
  const ofStage = limits.filter((row) => row.stage === stage);
  const row =
    ofStage.find((one) => one.condition === condition) ??
    ofStage.find((one) => one.condition === '');
  return row?.limit;
}

/** End of a stage that begins at `from` (ISO instant), or null where it has no limit. */
export function stageEnd(
  limits: readonly CategoryLimit[],
  stage: Stage,
  condition: string,
  from: string,
  calendar: LegalCalendar,
): string | null {
  const limit = limitFor(limits, stage, condition);
  return limit === undefined ? null : dueAt(from, limit, calendar);
}
