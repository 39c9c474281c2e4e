/** The history of a matter as it is read: its events with the words beside them, as far as the reader may see. */
import { sql } from 'kysely';
import type { MatterId, TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { TimelineEntry } from '../contract.ts';
import { type Action, TRANSITIONS } from '../rules/transitions.ts';

export function timelineStatement(tenantId: TenantId, matterId: MatterId): Statement {
  return compile(sql`
    select e.version, e.kind, e.recorded_at, e.actor, e.details, p.name as person_name,
      o.name as organisation_name, t.name as to_organisation_name,
      w.body, w.told, w.confidential
    from audit_events e
    left join people p on p.tenant_id = ${tenantId}
      and p.person_id = case when e.actor like 'person:%' then substr(e.actor, 8)::uuid end
    left join organisations o on o.tenant_id = ${tenantId}
      and o.organisation_id = (e.details::jsonb ->> 'organisationId')::uuid
    left join organisations t on t.tenant_id = ${tenantId}
      and t.organisation_id = (e.details::jsonb ->> 'toOrganisationId')::uuid
    left join matter_texts w on w.tenant_id = ${tenantId} and w.matter_id = ${matterId}
      and w.version = e.version
    where e.tenant_id = ${tenantId} and e.aggregate_id = ${matterId}
    order by e.version`);
}

export interface Reading {
  /** Complaints about the handling are shown. */
  readonly complaints: boolean;
}

/** Steps that only who may hear complaints sees. */
export const OF_COMPLAINTS: readonly string[] = ['matter.complain', 'matter.answer_complaint'];

export function timelineFrom(rows: Rows | undefined, reading: Reading): TimelineEntry[] {
  return (rows?.rows ?? [])
    .filter((row) => row['confidential'] !== true || reading.complaints)
    .filter((row) => !OF_COMPLAINTS.includes(row['kind'] as string) || reading.complaints)
    .map(entryFrom);
}

function entryFrom(row: Record<string, unknown>): TimelineEntry {
  const kind = row['kind'] as string;
  const details = detailsOf(row['details']);
  return {
    version: row['version'] as number,
    kind,
    at: row['recorded_at'] as string,
    by: (row['person_name'] as string | null) ?? '',
    organisation: (row['organisation_name'] as string | null) ?? '',
    text: (row['body'] as string | null) ?? '',
    told: (row['told'] as boolean | null) ?? toldByKind(kind),
    photos: Array.isArray(details['photos']) ? (details['photos'] as string[]) : [],
    detail: shown(details, row['to_organisation_name']),
  };
}

const SHOWN = ['class', 'upheld', 'granted', 'until', 'reviewOn', 'number', 'level'];

function shown(details: Record<string, unknown>, toName: unknown): Record<string, unknown> {
  const kept = Object.entries(details).filter(([name]) => SHOWN.includes(name));
  return { ...Object.fromEntries(kept), ...(typeof toName === 'string' && { to: toName }) };
}

function detailsOf(details: unknown): Record<string, unknown> {
  const value: unknown = typeof details === 'string' ? JSON.parse(details) : details;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** What the reporter sees beside the steps of the table. */
const ALWAYS_TOLD = ['report', 'joined'];

function toldByKind(kind: string): boolean {
  const action = kind.replace(/^matter\./, '');
  if (ALWAYS_TOLD.includes(action)) return true;
  return action in TRANSITIONS && TRANSITIONS[action as Action].told;
}
