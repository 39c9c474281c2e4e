/** Statements that append the events and hand them to the relay. */
import type { Statement } from '#platform/database/database.ts';
import { multiInsert } from './row-statements.ts';
import type { EventRow } from './steps.ts';

const EVENT_COLUMNS = [
  'tenant_id',
  'aggregate_id',
  'version',
  'aggregate_type',
  'event_id',
  'kind',
  'actor',
  'command_id',
  'recorded_at',
  'fields',
  'commitments',
  'details',
  'previous',
  'key_id',
  'hash',
];
const OUTBOX_COLUMNS = ['tenant_id', 'aggregate_id', 'version', 'recorded_at'];

export function eventStatements(rows: readonly EventRow[]): Statement[] {
  return [
    ...multiInsert('audit_events', EVENT_COLUMNS, rows.map(eventCells)),
    ...multiInsert(
      'outbox',
      OUTBOX_COLUMNS,
      rows.map(({ event }) => [event.tenantId, event.aggregateId, event.version, event.recordedAt]),
    ),
  ];
}

function eventCells({ event, texts }: EventRow): unknown[] {
  return [
    event.tenantId,
    event.aggregateId,
    event.version,
    event.aggregateType,
    event.eventId,
    event.kind,
    event.actor,
    event.commandId,
    event.recordedAt,
    texts.fields,
    texts.commitments,
    texts.details,
    event.previous,
    event.keyId,
    event.hash,
  ];
}
