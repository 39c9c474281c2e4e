/** In which order events that wait get their positions. Pure. */
export interface Waiting {
  readonly aggregateId: string;
  readonly version: number;
  /** ISO instants, comparable as text. */
  readonly recordedAt: string;
}

/**
 * By time, but never an event before the earlier ones of its aggregate, also
 * where the clocks of two servers disagree.
 */
export function orderForLog<T extends Waiting>(waiting: readonly T[]): T[] {
  const latest = new Map<string, string>();
  const timed = [...waiting]
    .sort((a, b) => a.version - b.version)
    .map((event) => {
      const before = latest.get(event.aggregateId) ?? '';
      const time = event.recordedAt > before ? event.recordedAt : before;
      latest.set(event.aggregateId, time);
      return { event, time };
    });
  // A stable sort: events of one aggregate at one time stay in the order of versions.
  timed.sort((a, b) => compare(a.time, b.time));
  return timed.map(({ event }) => event);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
