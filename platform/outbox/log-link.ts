/** The chain over the log of a tenant: which event stands at which position. Pure. */
import { type AuditKey, keyedHash } from '#platform/audit/chain.ts';

export interface LogEntry {
  readonly tenantId: string;
  readonly position: number;
  readonly aggregateId: string;
  readonly version: number;
  /** Hash of the event that stands there. */
  readonly hash: string;
}

/** @param previous link of the position before, empty for the first */
export function logLink(key: AuditKey, previous: string, entry: LogEntry): string {
  const { tenantId, position, aggregateId, version, hash } = entry;
  const parts = [tenantId, String(position), aggregateId, String(version), hash];
  return keyedHash(key, ['log', previous, ...parts]);
}
