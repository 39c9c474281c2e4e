import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isEmpty, legalDay, overlap, type Period } from './period.ts';

const day = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc.record({
  from: day,
  to: fc.option(day, { nil: null }),
});
const days = Array.from({ length: 45 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
);

describe('a half-open period', () => {
  it('has its first day and not its last', () => {
    const march = { from: '2026-03-01', to: '2026-04-01' };
    expect(covers(march, '2026-03-01')).toBe(true);
    expect(covers(march, '2026-03-31')).toBe(true);
    expect(covers(march, '2026-04-01')).toBe(false);
  });

  it('overlaps another exactly where a day lies in both', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared = days.some((each) => covers(a, each) && covers(b, each));
        expect(overlap(a, b)).toBe(shared);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('is empty where no day lies in it', () => {
    expect(isEmpty({ from: '2026-03-01', to: '2026-03-01' })).toBe(true);
    expect(isEmpty({ from: '2026-03-01', to: null })).toBe(false);
  });
});

describe('the legal day', () => {
  it('is the day of the zone, not of UTC', () => {
    const instant = Date.parse('2026-11-22T16:30:00Z');
    expect(legalDay(instant, 'Asia/Shanghai')).toBe('2026-11-23');
    expect(legalDay(instant, 'America/New_York')).toBe('2026-11-22');
  });
});
