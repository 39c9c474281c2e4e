/** What happened to one aggregate, as it is kept for ever. */
import type { CommandId, EventId, TenantId } from '#kernel/ids.ts';
import { canonicalJson, type Json } from './canonical.ts';

export interface AuditEvent {
  readonly tenantId: TenantId;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** 1 for the first event of an aggregate, then without a gap. */
  readonly version: number;
  readonly eventId: EventId;
  /** `matter.filed`. */
  readonly kind: string;
  /** As `actorName` writes it. */
  readonly actor: string;
  readonly commandId: CommandId;
  /** ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string;
  /** The columns that changed and their values, without the protected ones. */
  readonly fields: Readonly<Record<string, Json>>;
  /** Keyed commitments of the protected columns that changed; null where one was erased. */
  readonly commitments: Readonly<Record<string, string | null>>;
  readonly details: Json;
}

/** An event in its place in the chain of its aggregate. */
export interface ChainedEvent extends AuditEvent {
  /** Hash of the event before, empty for the first. */
  readonly previous: string;
  readonly keyId: string;
  readonly hash: string;
}

/** The three parts as the table keeps them: exact text, so that no flip of a byte goes unseen. */
export interface EventTexts {
  readonly fields: string;
  readonly commitments: string;
  readonly details: string;
}

export function eventTexts(event: AuditEvent): EventTexts {
  return {
    fields: canonicalJson(event.fields),
    commitments: canonicalJson(event.commitments),
    details: canonicalJson(event.details),
  };
}
