/** What a command decided: steps of aggregates, from which rows and events are both made. */

import type { Json } from '#platform/audit/canonical.ts';
import type { Statement } from '#platform/database/database.ts';
import type { ProtectedValue } from '#platform/protection/protected-value.ts';

/** Where the aggregates of a type live. What no event has set is the column's default, else null. */
export interface AggregateTable {
  /** `matter`. */
  readonly type: string;
  /** `matters`; has tenant_id, the id column, `version integer`, `audit_head text`. */
  readonly table: string;
  /** `matter_id`. */
  readonly idColumn: string;
  /** Columns of which events hold commitments only: encrypted, or words that may have to be erased. */
  readonly protectedColumns?: readonly string[];
  /** Of the protected columns, those kept in the clear: words that can be erased without breaking the chain. */
  readonly plainColumns?: readonly string[];
  /** Columns made from others (search words): neither in events nor in the replay. */
  readonly derivedColumns?: readonly string[];
  /**
   * `none` where no row of it, whatever it says, changes what anybody may see or
   * do. Without that word each change raises the authority revision of the tenant.
   */
  readonly authority?: 'none';
}

export interface Before {
  readonly version: number;
  readonly auditHead: string;
}

/**
 * One step of one aggregate. From the same `set` come the row and the event.
 * Several steps of one aggregate in one decision follow each other in order;
 * only the first of them needs `before`.
 */
export interface Change extends Pick<AggregateTable, 'type' | 'table' | 'idColumn' | 'authority'> {
  readonly id: string;
  /** As the locked row says it; absent where the aggregate begins. */
  readonly before?: Before | undefined;
  /** `matter.filed`. */
  readonly kind: string;
  /** Columns and values; objects and lists go to jsonb, GeoJSON to geometry columns. */
  readonly set: Readonly<Record<string, Json>>;
  /** Protected columns: ciphertext with its commitment, null to erase. */
  readonly protected?: Readonly<Record<string, ProtectedValue | null>>;
  /** Derived columns, as parameters of the row only. */
  readonly derived?: Readonly<Record<string, string | null>>;
  /** What the event should tell beyond the columns: reasons, child rows, files. */
  readonly details?: Json;
}

export interface Decision<T> {
  readonly answer: T;
  readonly changes: readonly Change[];
  /** Rows without a history of their own: comments, evidence, figures. */
  readonly also?: readonly Statement[];
}

/** True unless every aggregate that it changes is declared to carry no authority. */
export function mayChangeAuthority({ changes, also = [] }: Decision<unknown>): boolean {
  if (changes.length === 0) return also.length > 0;
  return changes.some(({ authority }) => authority !== 'none');
}
