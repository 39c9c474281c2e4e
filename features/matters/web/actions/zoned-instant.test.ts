import { describe, expect, it } from 'vitest';
import { zonedDay, zonedInstant } from './zoned-instant.ts';

describe('the wall clock of a zone', () => {
  it('is turned into the instant it means there', () => {
    expect(zonedInstant('2026-11-24T17:30', 'Asia/Shanghai')).toBe('2026-11-24T09:30:00.000Z');
    expect(zonedInstant('2026-11-24T17:30', 'America/New_York')).toBe('2026-11-24T22:30:00.000Z');
  });

  it('comes back the same, also around a change of clocks', () => {
    for (const wall of ['2026-03-08T01:30', '2026-03-08T03:30', '2026-11-01T12:00']) {
      expect(zonedDay(zonedInstant(wall, 'America/New_York'), 'America/New_York')).toBe(wall);
    }
  });
});
