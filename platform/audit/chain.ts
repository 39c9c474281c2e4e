/** The chain of one aggregate: each event is hashed, with a key, over the one before. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretKey } from '#platform/protection/secret-key.ts';
import type { AuditEvent, ChainedEvent, EventTexts } from './event.ts';
import { eventTexts } from './event.ts';

/** A key for hashing, already derived for one tenant. */
export interface AuditKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export type EventHead = Omit<AuditEvent, 'fields' | 'commitments' | 'details'>;

/** HMAC-SHA256 in hex over every column of the event; parts are counted, so none can run into another. */
export function eventHash(
  key: AuditKey,
  previous: string,
  head: EventHead,
  texts: EventTexts,
): string {
  return keyedHash(key, [
    'event',
    previous,
    head.tenantId,
    head.aggregateType,
    head.aggregateId,
    String(head.version),
    head.eventId,
    head.kind,
    head.actor,
    head.commandId,
    head.recordedAt,
    texts.fields,
    texts.commitments,
    texts.details,
  ]);
}

export function keyedHash(key: AuditKey, parts: readonly string[]): string {
  const counted = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
  return createHmac('sha256', secretKey(key.bytes)).update(`${key.id}\n${counted}`).digest('hex');
}

export function chain(
  key: AuditKey,
  previous: string,
  event: AuditEvent,
): { readonly event: ChainedEvent; readonly texts: EventTexts } {
  const texts = eventTexts(event);
  const hash = eventHash(key, previous, event, texts);
  return { event: { ...event, previous, keyId: key.id, hash }, texts };
}

export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
