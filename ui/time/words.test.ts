import { describe, expect, it } from 'vitest';
import { dayParts, fullMoment, lengthWords, momentWords } from './words.ts';

// Saturday, 21 November 2026, 08:00 in Shanghai.
const now = Date.parse('2026-11-21T00:00:00Z');
const words = (instant: string) => momentWords(instant, now, 'Asia/Shanghai');

describe('a day in words', () => {
  it('is the legal day of the tenant, with the day of its week', () => {
    expect(dayParts(now, 'Asia/Shanghai')).toEqual({ weekday: 6, month: 11, day: 21 });
    expect(dayParts(now, 'America/New_York')).toEqual({ weekday: 5, month: 11, day: 20 });
  });
});

describe('an instant in words', () => {
  it('names yesterday, today and tomorrow by the legal day of the tenant, not of UTC', () => {
    expect(words('2026-11-21T09:30:00Z')).toEqual({ key: 'time.today', values: { time: '17:30' } });
    expect(words('2026-11-20T15:59:00Z')).toEqual({
      key: 'time.yesterday',
      values: { time: '23:59' },
    });
    expect(words('2026-11-21T16:00:00Z')).toEqual({
      key: 'time.tomorrow',
      values: { time: '00:00' },
    });
  });

  it('names the weekday of the days ahead and the date of all others', () => {
    expect(words('2026-11-25T02:00:00Z')).toEqual({
      key: 'time.weekday.3',
      values: { time: '10:00' },
    });
    expect(words('2026-11-17T02:00:00Z')).toEqual({
      key: 'time.sameYear',
      values: { day: '11-17', time: '10:00' },
    });
    expect(words('2025-11-17T02:00:00Z').key).toBe('time.otherYear');
  });
});

describe('an instant in full', () => {
  it('is its day and second in the zone of the tenant', () => {
    expect(fullMoment('2026-11-20T16:05:09Z', 'Asia/Shanghai')).toBe('2026-11-21 00:05:09');
    expect(fullMoment('2026-11-20T16:05:09Z', 'UTC')).toBe('2026-11-20 16:05:09');
  });
});

describe('a length of time', () => {
  it('is said in its largest whole unit', () => {
    expect(lengthWords(-3.9 * 3_600_000)).toEqual({ key: 'time.hours', values: { count: 3 } });
    expect(lengthWords(25 * 3_600_000)).toEqual({ key: 'time.days', values: { count: 1 } });
    expect(lengthWords(10)).toEqual({ key: 'time.minutes', values: { count: 1 } });
  });
});
