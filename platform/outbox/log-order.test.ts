import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderForLog, type Waiting } from './log-order.ts';

const SEED = 20261123;

describe('the order of the log', () => {
  it('is that of time', () => {
    const later = { aggregateId: 'a', version: 1, recordedAt: '2026-11-22T08:00:02' };
    const earlier = { aggregateId: 'b', version: 4, recordedAt: '2026-11-22T08:00:01' };
    expect(orderForLog([later, earlier])).toEqual([earlier, later]);
  });

  it('never puts a step of an aggregate before an earlier one, whatever the clocks said', () => {
    const waiting = fc.uniqueArray(
      fc.record({
        aggregateId: fc.constantFrom('a', 'b', 'c'),
        version: fc.integer({ min: 1, max: 20 }),
        recordedAt: fc.integer({ min: 0, max: 9 }).map((second) => `2026-11-22T08:00:0${second}`),
      }),
      { selector: ({ aggregateId, version }) => `${aggregateId} ${version}` },
    );
    fc.assert(
      fc.property(waiting, (events: Waiting[]) => {
        const ordered = orderForLog(events);
        expect(new Set(ordered)).toEqual(new Set(events));
        for (const id of ['a', 'b', 'c']) {
          const versions = ordered.filter((e) => e.aggregateId === id).map((e) => e.version);
          expect(versions).toEqual(versions.toSorted((a, b) => a - b));
        }
      }),
      { seed: SEED },
    );
  });
});
