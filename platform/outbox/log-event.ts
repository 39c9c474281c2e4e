/** An event at its position, as consumers and listeners read it. */
import type { EventId, TenantId } from '#kernel/ids.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Database, Rows } from '#platform/database/database.ts';

export interface LogEvent {
  readonly tenantId: TenantId;
  /** 1, 2, 3 … per tenant, without a gap. */
  readonly position: number;
  readonly eventId: EventId;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly kind: string;
  readonly actor: string;
  readonly recordedAt: string;
  /** Changed columns without the protected ones. */
  readonly fields: Readonly<Record<string, Json>>;
  readonly details: Json;
}

/** The events after a position, in order, at most `limit`. */
export async function readLog(
  database: Database,
  tenantId: TenantId,
  after: number,
  limit: number,
): Promise<readonly LogEvent[]> {
  const [found] = await database.read(tenantId, {
    sql: `
      select l.position, e.event_id, e.aggregate_type, e.aggregate_id, e.version, e.kind, e.actor,
             e.recorded_at, e.fields, e.details
      from (
        select * from event_log where tenant_id = $1 and position > $2 order by position limit $3
      ) l
      cross join lateral (
        select * from audit_events
        where tenant_id = $1 and aggregate_id = l.aggregate_id and version = l.version limit 1
      ) e
      order by l.position`,
    parameters: [tenantId, after, limit],
  });
  return (found?.rows ?? []).map((row) => logEventOf(tenantId, row));
}

/** The last position of the log, 0 where it is empty. */
export async function lastPosition(database: Database, tenantId: TenantId): Promise<number> {
  const [found] = await database.read(tenantId, {
    sql: 'select coalesce(max(position), 0) as position from event_log where tenant_id = $1',
    parameters: [tenantId],
  });
  return Number(found?.rows[0]?.['position'] ?? 0);
}

function logEventOf(tenantId: TenantId, row: Rows['rows'][number]): LogEvent {
  return {
    tenantId,
    position: Number(row['position']),
    eventId: String(row['event_id']) as EventId,
    aggregateType: String(row['aggregate_type']),
    aggregateId: String(row['aggregate_id']),
    version: Number(row['version']),
    kind: String(row['kind']),
    actor: String(row['actor']),
    recordedAt: new Date(String(row['recorded_at'])).toISOString(),
    fields: JSON.parse(String(row['fields'])) as LogEvent['fields'],
    details: JSON.parse(String(row['details'])) as Json,
  };
}
