/** Events as they stand in their table, chain after chain, for verification and for histories. */
import type { CommandId, EventId, TenantId } from '#kernel/ids.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import type { EventHead } from './chain.ts';
import type { EventTexts } from './event.ts';
import { exactInstant, INSTANT } from './exact-instant.ts';

export interface StoredEvent {
  readonly head: EventHead;
  readonly texts: EventTexts;
  readonly previous: string;
  readonly keyId: string;
  readonly hash: string;
  /** Position in the log; undefined while it waits for one. */
  readonly position: number | undefined;
  readonly waiting: boolean;
}

const PAGE = 1000;

/**
 * The events a condition picks, each with its place. Looked up one by one
 * (`lateral … limit 1`), so that a page costs the same in a table of any size,
 * also before its statistics are gathered.
 */
const selectEvents = (picked: string): string => `
  select e.aggregate_id, e.version, e.aggregate_type, e.event_id, e.kind, e.actor, e.command_id,
         to_char(e.recorded_at at time zone 'UTC', '${INSTANT}') as recorded_at,
         e.fields, e.commitments, e.details, e.previous, e.key_id, e.hash,
         placed.position::text, coalesce(waits.yes, false) as waiting
  from (select * from audit_events where tenant_id = $1 and ${picked}) e
  left join lateral (
    select l.position from event_log l
    where l.tenant_id = $1 and l.aggregate_id = e.aggregate_id and l.version = e.version limit 1
  ) placed on true
  left join lateral (
    select true as yes from outbox o
    where o.tenant_id = $1 and o.aggregate_id = e.aggregate_id and o.version = e.version limit 1
  ) waits on true
  order by e.aggregate_id, e.version`;

const PAGE_OF_EVENTS = selectEvents(
  `(aggregate_id, version) > ($2::uuid, $3::integer) order by aggregate_id, version limit ${PAGE}`,
);
const EVENTS_OF_ONE = selectEvents('aggregate_id = $2');

/** All events of a tenant, by aggregate and version. */
export async function* walkEvents(
  database: Database,
  tenantId: TenantId,
): AsyncGenerator<StoredEvent> {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const [found] = await database.read(tenantId, {
      sql: PAGE_OF_EVENTS,
      parameters: [tenantId, ...after],
    });
    const events = storedEvents(tenantId, found);
    yield* events;
    const last = events.at(-1);
    if (last === undefined) return;
    after = [last.head.aggregateId, last.head.version];
  }
}

/** The events of one aggregate, oldest first. */
export async function readEvents(
  database: Database,
  tenantId: TenantId,
  aggregateId: string,
): Promise<readonly StoredEvent[]> {
  const [found] = await database.read(tenantId, eventsOfOne(tenantId, aggregateId));
  return storedEvents(tenantId, found);
}

/** To be sent with other reads, in one snapshot. */
export function eventsOfOne(tenantId: TenantId, aggregateId: string): Statement {
  return { sql: EVENTS_OF_ONE, parameters: [tenantId, aggregateId] };
}

export function storedEvents(tenantId: TenantId, found: Rows | undefined): readonly StoredEvent[] {
  return (found?.rows ?? []).map((row) => storedEventOf(tenantId, row));
}

function storedEventOf(tenantId: TenantId, row: Rows['rows'][number]): StoredEvent {
  return {
    head: {
      tenantId,
      aggregateType: String(row['aggregate_type']),
      aggregateId: String(row['aggregate_id']),
      version: Number(row['version']),
      eventId: String(row['event_id']) as EventId,
      kind: String(row['kind']),
      actor: String(row['actor']),
      commandId: String(row['command_id']) as CommandId,
      recordedAt: exactInstant(String(row['recorded_at'])),
    },
    texts: {
      fields: String(row['fields']),
      commitments: String(row['commitments']),
      details: String(row['details']),
    },
    previous: String(row['previous']),
    keyId: String(row['key_id']),
    hash: String(row['hash']),
    position: row['position'] === null ? undefined : Number(row['position']),
    waiting: row['waiting'] === true,
  };
}
