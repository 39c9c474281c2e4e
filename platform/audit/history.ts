/** What happened to one aggregate, to show it to people. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import type { Json } from './canonical.ts';
import { readEvents } from './event-rows.ts';

export interface HistoryEntry {
  readonly version: number;
  readonly eventId: string;
  readonly kind: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly fields: Readonly<Record<string, Json>>;
  readonly details: Json;
}

/** The steps of one aggregate, oldest first. The caller has checked the scope. */
export async function historyOf(
  database: Database,
  tenantId: TenantId,
  aggregateId: string,
): Promise<readonly HistoryEntry[]> {
  const events = await readEvents(database, tenantId, aggregateId);
  return events.map(({ head, texts }) => ({
    version: head.version,
    eventId: head.eventId,
    kind: head.kind,
    actor: head.actor,
    recordedAt: head.recordedAt,
    fields: JSON.parse(texts.fields) as HistoryEntry['fields'],
    details: JSON.parse(texts.details) as Json,
  }));
}
