import { describe, expect, it } from 'vitest';
import { sinceOfAges } from './ages.ts';

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

  it('begins where the day begins in its zone, also across a change of clocks', () => {
    expect(sinceOfAges('2026-11-02', 'America/New_York').slice(0, 2)).toEqual([
      '2026-11-01T04:00:00.000Z',
      '2026-10-30T04:00:00.000Z',
    ]);
  });
});
