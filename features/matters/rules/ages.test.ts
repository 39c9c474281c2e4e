import { describe, expect, it } from 'vitest';
import { ageOf, sinceOfAges } from './ages.ts';

describe('the age of what is open', () => {
  it('goes by legal days: what was reported yesterday is a day old, whatever the hour', () => {
    expect(sinceOfAges('2026-11-27', 'Asia/Shanghai')).toEqual([
      '2026-11-25T16:00:00.000Z',
      '2026-11-23T16:00:00.000Z',
      '2026-11-19T16:00:00.000Z',
      '2026-10-27T16:00:00.000Z',
      '2026-08-28T16:00:00.000Z',
    ]);
  });

  it('is told by which of them it is not younger than', () => {
    const younger = sinceOfAges('2026-11-27', 'Asia/Shanghai');
    expect(ageOf('2026-11-26T16:00:00.000Z', younger)).toBe(0);
    expect(ageOf('2026-11-25T16:00:00.000Z', younger)).toBe(0);
    expect(ageOf('2026-11-25T15:59:59.000Z', younger)).toBe(1);
    expect(ageOf('2026-11-01T00:00:00.000Z', younger)).toBe(3);
    expect(ageOf('2020-01-01T00:00:00.000Z', younger)).toBe(5);
  });

  it('begins where the day begins in its zone, also across a change of clocks', () => {
    expect(sinceOfAges('2026-11-02', 'America/New_York').slice(0, 2)).toEqual([
      '2026-11-01T04:00:00.000Z',
      '2026-10-30T04:00:00.000Z',
    ]);
  });
});
