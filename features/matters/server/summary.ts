/** A matter in a list: its columns with the names beside them, and the row that becomes the answer. */
import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '#kernel/context.ts';
import type { MatterSummary } from '../contract.ts';
import { NEXT_STEP, type State } from '../rules/states.ts';
import { urgency } from '../rules/urgency.ts';

/** Summaries of the rows of `source`, which yields `summaryColumns` and what else is asked for, in the order given. */
export function summaries(
  tenantId: string,
  source: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select m.*, c.name as category_name, c.name_en as category_name_en,
      a.name as area_name, o.name as handler_name
    from (${source}) as m
    left join categories c on c.tenant_id = ${tenantId} and c.category_id = m.category_id
    left join areas a on a.tenant_id = ${tenantId} and a.area_id = m.area_id
    left join organisations o on o.tenant_id = ${tenantId} and o.organisation_id = m.handler_organisation_id
    order by ${order}`;
}

/** Columns `summaries` needs of its source. */
export const summaryColumns = sql`
  m.matter_id, m.version, m.number, m.title, m.state, m.source, m.reported_at, m.due_at,
  m.closed_at, m.escalation_level, m.supervised, m.round, m.category_id, m.area_id,
  m.handler_organisation_id`;

type Row = Record<string, unknown>;

/** @param now instant, ISO in UTC, against which the limit is read */
export function summaryFromRow(row: Row, now: string, locale: Locale): MatterSummary {
  const state = row['state'] as State;
  const dueAt = row['due_at'] as string | null;
  return {
    matterId: row['matter_id'] as MatterSummary['matterId'],
    version: row['version'] as number,
    number: row['number'] as string,
    title: row['title'] as string,
    state,
    nextStep: NEXT_STEP[state] ?? null,
    urgency: urgency({ state, dueAt }, now),
    category: named(row['category_id'], inLocale(row, 'category_name', locale)),
    area: { id: row['area_id'] as string, name: (row['area_name'] as string | null) ?? '' },
    handler: named(row['handler_organisation_id'], row['handler_name']),
    source: row['source'] as MatterSummary['source'],
    reportedAt: row['reported_at'] as string,
    dueAt,
    closedAt: row['closed_at'] as string | null,
    escalationLevel: row['escalation_level'] as number,
    supervised: row['supervised'] as boolean,
    round: row['round'] as number,
  };
}

/** The English name where one is asked for and stands there, else the Chinese one. */
export function inLocale(row: Row, column: string, locale: Locale): string {
  const english = row[`${column}_en`];
  const own = row[column];
  return locale === 'en' && typeof english === 'string' && english !== ''
    ? english
    : ((own as string | null) ?? '');
}

export function named(id: unknown, name: unknown): { id: string; name: string } | null {
  return typeof id === 'string' ? { id, name: typeof name === 'string' ? name : '' } : null;
}
