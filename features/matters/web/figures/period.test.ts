import { describe, expect, it } from 'vitest';
import { daysBefore, daysOf, daysOfMonth } from './period.ts';

describe('a period of figures', () => {
  it('runs from its first legal day to today', () => {
    expect(daysOf('month', '2026-11-21')).toEqual({ from: '2026-11-01', to: '2026-11-21' });
    expect(daysOf('quarter', '2026-11-21')).toEqual({ from: '2026-10-01', to: '2026-11-21' });
    expect(daysOf('year', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-11-21' });
  });

  it('is the whole of last month, over the turn of the year too', () => {
    expect(daysOf('last_month', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(daysOf('twelve_months', '2026-01-15').from).toBe('2025-02-01');
  });

  it('knows how long a month is', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysBefore('2026-03-01', 7)).toBe('2026-02-22');
  });
});
