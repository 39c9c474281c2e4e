/** From the changes of a decision: chained events, and what each row becomes. Pure. */
import type { CommandId, EventId, Ids, TenantId } from '#kernel/ids.ts';
import { type AuditKey, chain } from '#platform/audit/chain.ts';
import type { AuditEvent, ChainedEvent, EventTexts } from '#platform/audit/event.ts';
import type { Before, Change } from './change.ts';
import { snakeCase } from './identifiers.ts';

export interface EventRow {
  readonly event: ChainedEvent;
  readonly texts: EventTexts;
}

/** One aggregate's row after all steps of the decision. */
export interface RowStep {
  readonly table: string;
  readonly idColumn: string;
  readonly id: string;
  /** As the command found it; undefined for a new row. */
  readonly before: Before | undefined;
  after: Before;
  /** snake_case column to parameter. */
  readonly columns: Record<string, unknown>;
}

export interface Recorder {
  readonly tenantId: TenantId;
  readonly commandId: CommandId;
  readonly actor: string;
  readonly recordedAt: string;
  readonly ids: Ids;
  readonly key: AuditKey;
}

export function takeSteps(
  recorder: Recorder,
  changes: readonly Change[],
): { readonly events: readonly EventRow[]; readonly rows: readonly RowStep[] } {
  const rows = new Map<string, RowStep>();
  const events = changes.map((change) => {
    const row = rowOf(rows, change);
    const link = chain(recorder.key, row.after.auditHead, eventOf(recorder, change, row.after));
    row.after = { version: link.event.version, auditHead: link.event.hash };
    Object.assign(row.columns, columnsOf(change));
    return link;
  });
  return { events, rows: [...rows.values()] };
}

function rowOf(rows: Map<string, RowStep>, change: Change): RowStep {
  const key = `${change.table} ${change.id}`;
  let row = rows.get(key);
  if (row === undefined) {
    const { table, idColumn, id, before } = change;
    row = {
      table,
      idColumn,
      id,
      before,
      after: before ?? { version: 0, auditHead: '' },
      columns: {},
    };
    rows.set(key, row);
  }
  return row;
}

function eventOf(recorder: Recorder, change: Change, after: Before): AuditEvent {
  const commitments: Record<string, string | null> = {};
  for (const [column, value] of Object.entries(change.protected ?? {})) {
    commitments[column] = value?.commitment ?? null;
  }
  return {
    tenantId: recorder.tenantId,
    aggregateType: change.type,
    aggregateId: change.id,
    version: after.version + 1,
    eventId: recorder.ids.next<EventId>(),
    kind: change.kind,
    actor: recorder.actor,
    commandId: recorder.commandId,
    recordedAt: recorder.recordedAt,
    fields: change.set,
    commitments,
    details: change.details ?? null,
  };
}

function columnsOf(change: Change): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(change.set))
    columns[snakeCase(name)] = parameter(value);
  for (const [name, value] of Object.entries(change.protected ?? {})) {
    columns[snakeCase(name)] = value?.ciphertext ?? null;
  }
  for (const [name, value] of Object.entries(change.derived ?? {}))
    columns[snakeCase(name)] = value;
  return columns;
}

/** Objects and lists travel as their JSON text: both drivers and both jsonb and geometry take it. */
function parameter(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
}
