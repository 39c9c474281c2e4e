/**
 * Loads what the deadlines of a matter are made of (the category's limits, the
 * ladder's intervals, the tenant's hours and calendar) in two statements, and
 * makes the rules' `Deadlines` of them.
 */
import { sql } from 'kysely';
import { dueAt, endOfLegalDay, legalCalendar, type TimeLimit } from '#kernel/calendar/index.ts';
import type { Context } from '#kernel/context.ts';
import type { CategoryId, TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { type CategoryLimit, stageEnd } from '../rules/limits.ts';
import type { Deadlines } from '../rules/progress.ts';

export interface Settings {
  readonly reopenDays: number;
  readonly checkNeedsPhoto: boolean;
}

/** Statements whose answers `deadlinesFrom` takes, in order. */
export function deadlineStatements(tenantId: TenantId, limits: Statement): readonly Statement[] {
  return [limits, settingsStatement(tenantId)];
}

/** The tenant's hours, calendar and ladder: all there is where no category is known yet. */
export function settingsStatement(tenantId: TenantId): Statement {
  return compile(sql`
      select t.time_zone, s.reopen_days, s.work_hours, s.calendar_days, s.check_needs_photo,
        (select jsonb_agg(jsonb_build_object('rung', r.rung, 'amount', r.amount, 'unit', r.unit) order by r.rung)
          from escalation_rungs r where r.tenant_id = t.tenant_id) as rungs
      from tenants t left join matter_settings s on s.tenant_id = t.tenant_id
      where t.tenant_id = ${tenantId}`);
}

export function limitsOfCategory(tenantId: TenantId, categoryId: CategoryId): Statement {
  return compile(sql`
    select stage, condition, amount, unit, rule from category_limits
    where tenant_id = ${tenantId} and category_id = ${categoryId}`);
}

/** Limits of the category the matter has now. */
export function limitsOfMatter(tenantId: TenantId, matterId: string): Statement {
  return compile(sql`
    select l.stage, l.condition, l.amount, l.unit, l.rule from category_limits l
    join matters m on m.tenant_id = l.tenant_id and m.category_id = l.category_id
    where l.tenant_id = ${tenantId} and m.tenant_id = ${tenantId} and m.matter_id = ${matterId}`);
}

/** Limits of stages before there is a category: of the place itself, the category with the empty code. */
const DEFAULT_FILE_LIMIT: CategoryLimit = {
  stage: 'file',
  condition: '',
  limit: { amount: 2, unit: 'work_hour', rule: 'lianxin:default' },
};
const DEFAULT_DISPATCH_LIMIT: CategoryLimit = {
  stage: 'dispatch',
  condition: '',
  limit: { amount: 2, unit: 'work_hour', rule: 'lianxin:default' },
};

interface Rung {
  readonly rung: number;
  readonly amount: number;
  readonly unit: TimeLimit['unit'];
}

export function deadlinesFrom(
  limitRows: Rows | undefined,
  settingRows: Rows | undefined,
  context: Context,
  condition: string,
): { readonly deadlines: Deadlines; readonly settings: Settings } {
  const row = settingRows?.rows[0] ?? {};
  const calendar = legalCalendar({
    timeZone: (row['time_zone'] as string | undefined) ?? context.timeZone,
    ...(row['work_hours'] ? { workHours: row['work_hours'] as [number, number][] } : {}),
    ...(row['calendar_days']
      ? { extraDays: row['calendar_days'] as Record<string, 'off' | 'work'> }
      : {}),
  });
  const limits = withDefaults((limitRows?.rows ?? []).map(limitFromRow));
  const rungs = (row['rungs'] as Rung[] | null | undefined) ?? [];
  const reopenDays = (row['reopen_days'] as number | null | undefined) ?? 15;
  return {
    deadlines: {
      stageEnd: (stage, from) => stageEnd(limits, stage, condition, from, calendar),
      endOfDay: (day) => endOfLegalDay(day, calendar),
      nextRung: (level, from) => {
        const rung = rungs.find((one) => one.rung === level);
        const higher = rungs.some((one) => one.rung > level);
        return rung && higher
          ? dueAt(from, { amount: rung.amount, unit: rung.unit, rule: 'ladder' }, calendar)
          : null;
      },
      reopenEnd: (closedAt) =>
        dueAt(closedAt, { amount: reopenDays, unit: 'calendar_day', rule: 'reopen' }, calendar),
    },
    settings: {
      reopenDays,
      checkNeedsPhoto: (row['check_needs_photo'] as boolean | null | undefined) ?? false,
    },
  };
}

function limitFromRow(row: Record<string, unknown>): CategoryLimit {
  return {
    stage: row['stage'] as CategoryLimit['stage'],
    condition: row['condition'] as string,
    limit: {
      amount: row['amount'] as number,
      unit: row['unit'] as TimeLimit['unit'],
      rule: row['rule'] as string,
    },
  };
}

function withDefaults(limits: readonly CategoryLimit[]): readonly CategoryLimit[] {
  const has = (stage: string) => limits.some((one) => one.stage === stage && one.condition === '');
  return [
    ...limits,
    ...(has('file') ? [] : [DEFAULT_FILE_LIMIT]),
    ...(has('dispatch') ? [] : [DEFAULT_DISPATCH_LIMIT]),
  ];
}
