/** What a feature says of its events to those who listen. */
import type { Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { LogEvent } from '#platform/outbox/log-event.ts';

/**
 * Facts are read once for all listeners of a tenant; the scope of each listener
 * is then checked without a query. What no source speaks for, nobody hears.
 */
export interface LiveSource<Facts = unknown> {
  /** Type of the aggregates: `matter`. */
  readonly type: string;
  /** What scope and message need beyond the event: by aggregate id, as it is now. */
  facts(tenantId: TenantId, events: readonly LogEvent[]): Promise<ReadonlyMap<string, Facts>>;
  /** Whether this person may hear of it: the same scope as in the feature's lists. */
  mayHear(context: Context, event: LogEvent, facts: Facts | undefined): boolean;
  /** What is sent: enough to know what to read again, nothing personal. */
  message(event: LogEvent, facts: Facts | undefined): Json;
}

/** Keeps the type of the facts inside one source. */
export function liveSource<Facts>(source: LiveSource<Facts>): LiveSource {
  return source as LiveSource;
}

/** An event with what its source knows of it. */
export interface Heard {
  readonly event: LogEvent;
  readonly source: LiveSource;
  readonly facts: unknown;
}

export async function gatherFacts(
  sources: readonly LiveSource[],
  tenantId: TenantId,
  events: readonly LogEvent[],
): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  for (const source of sources) {
    const own = events.filter((event) => event.aggregateType === source.type);
    if (own.length === 0) continue;
    const facts = await source.facts(tenantId, own);
    for (const event of own) heard.push({ event, source, facts: facts.get(event.aggregateId) });
  }
  return heard.sort((a, b) => a.event.position - b.event.position);
}
