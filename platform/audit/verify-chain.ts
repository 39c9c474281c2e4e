/** The chain of one aggregate: versions without a gap, each hashed over the one before. Pure. */
import type { Keys } from '#platform/protection/keys.ts';
import { eventHash, sameHash } from './chain.ts';
import type { StoredEvent } from './event-rows.ts';
import type { Report } from './finding.ts';

/**
 * @param events of one aggregate, by version
 * @returns whether all are there and unchanged, so that folding them means something
 */
export function verifyChain(keys: Keys, events: readonly StoredEvent[], report: Report): boolean {
  let whole = true;
  let version = 1;
  // What the next event may continue: the stored hash and, where it was changed, the computed one.
  let heads: readonly string[] = [''];
  for (const event of events) {
    const { aggregateType, aggregateId } = event.head;
    const place = { aggregateType, aggregateId };
    const gap = event.head.version !== version;
    if (gap) {
      whole = false;
      report({ code: 'event.missing', ...place, version, toVersion: event.head.version - 1 });
    }
    const where = { ...place, version: event.head.version, position: event.position };
    const computed = computedHash(keys, event);
    if (computed === undefined || !sameHash(computed, event.hash)) {
      whole = false;
      report({ code: 'event.changed', ...where });
    } else if (!gap && !heads.includes(event.previous)) {
      report({ code: 'event.unchained', ...where });
    }
    if (event.position === undefined && !event.waiting)
      report({ code: 'event.unlogged', ...where });
    heads = computed === undefined ? [event.hash] : [event.hash, computed];
    version = event.head.version + 1;
  }
  return whole;
}

function computedHash(keys: Keys, event: StoredEvent): string | undefined {
  const key = keys.find('audit', event.head.tenantId, event.keyId);
  return key && eventHash(key, event.previous, event.head, event.texts);
}
