import { describe, expect, it } from 'vitest';
import { daysOfSpan, MONTHS, monthsUntil, nextSpan, spanOf } from './months.ts';

const months = monthsUntil('2026-11-26');

describe('the months below the map', () => {
  it('are two years with this month at the end', () => {
    expect(months).toHaveLength(MONTHS);
    expect([months[0], months.at(-1)]).toEqual(['2024-12', '2026-11']);
  });

  it('say the days from the first to the last of them, and none for all', () => {
    expect(daysOfSpan(months, [22, 23])).toEqual({ from: '2026-10-01', to: '2026-11-30' });
    expect(daysOfSpan(months, [14, 14])).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOfSpan(months, [0, MONTHS - 1])).toBeUndefined();
  });

  it('are found again from the days of the filter, wherever those came from', () => {
    for (const span of [
      [3, 7],
      [0, 0],
      [23, 23],
    ] as const) {
      expect(spanOf(months, daysOfSpan(months, span) ?? {})).toEqual(span);
    }
    expect(spanOf(months, {})).toEqual([0, MONTHS - 1]);
    expect(spanOf(months, { from: '1999-01-01' })).toEqual([0, MONTHS - 1]);
    expect(spanOf(months, { from: '2026-05-04', to: '2026-01-01' })).toEqual([17, 17]);
  });

  it('move on by a month and begin anew after the last', () => {
    expect(nextSpan(months, [3, 5])).toEqual([4, 6]);
    expect(nextSpan(months, [21, 23])).toEqual([0, 2]);
    expect(nextSpan(months, [0, MONTHS - 1])).toEqual([0, 0]);
  });
});
