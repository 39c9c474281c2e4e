/** Folds the events of one aggregate into what its row should say. Pure. */
import { snakeCase } from '#platform/command/identifiers.ts';
import type { StoredEvent } from './event-rows.ts';

export interface Folded {
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly head: string;
  /** Unprotected columns. */
  readonly state: Readonly<Record<string, unknown>>;
  /** Commitments of the protected columns, null where erased. */
  readonly commitments: Readonly<Record<string, unknown>>;
}

/** @param events of one aggregate by version; undefined where a text is no JSON any more */
export function fold(events: readonly StoredEvent[]): Folded | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const state: Record<string, unknown> = {};
  const commitments: Record<string, unknown> = {};
  try {
    for (const { texts } of events) {
      take(state, texts.fields);
      take(commitments, texts.commitments);
    }
  } catch {
    return undefined;
  }
  const { aggregateType, aggregateId, version } = last.head;
  return { aggregateType, aggregateId, version, head: last.hash, state, commitments };
}

function take(into: Record<string, unknown>, text: string): void {
  const parsed = JSON.parse(text) as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(parsed)) into[snakeCase(name)] = value;
}
