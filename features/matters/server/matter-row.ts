/** The one place where a row of `matters` becomes a matter. */
import { sql } from 'kysely';
import type { Matter } from '../rules/matter.ts';

/** Columns of a matter in a statement whose table is named `m`. */
export const matterColumns = sql`
  m.matter_id, m.version, m.audit_head, m.number, m.state, m.round, m.title, m.description,
  m.category_id, m.condition, m.source, m.area_id, m.area_path, m.filed_area_path, m.grid_id,
  m.lng, m.lat, m.exactness, m.place_text, m.reporter_id, m.reporter_shared, m.personal,
  m.accused_organisation_id, m.handler_organisation_id, m.handler_post_id, m.handled_by_persons,
  m.handled_by_organisations, m.reported_at, m.filed_at, m.dispatched_at, m.accepted_at,
  m.answered_at, m.checked_at, m.closed_at, m.due_at, m.handle_due_at, m.response_due_at,
  m.escalation_level, m.escalated_post_id, m.escalate_at, m.supervised, m.extension_until, m.review_on,
  m.shelved_from, m.merged_into, m.call_back, m.solved, m.satisfaction, m.reopen_until,
  m.excluded, m.complaint_at`;

/** A matter with the head of its audit chain, as a command needs it. */
export interface StoredMatter {
  readonly matter: Matter;
  readonly auditHead: string;
}

export function storedMatter(row: Record<string, unknown>): StoredMatter {
  return { matter: matterFromRow(row), auditHead: `${row['audit_head']}` };
}

/** Names differ by case alone and the engines give the types of `Matter`, so the columns are renamed and that is all. */
export function matterFromRow(row: Record<string, unknown>): Matter {
  const matter: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column !== 'audit_head') matter[camel(column)] = value;
  }
  return matter as unknown as Matter;
}

const known = new Map<string, string>();

function camel(column: string): string {
  let name = known.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    known.set(column, name);
  }
  return name;
}
