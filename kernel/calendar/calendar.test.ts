import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  due,
  dueAt,
  elapsed,
  endOfLegalDay,
  legalCalendar,
  shiftDay,
  type TimeUnit,
} from './index.ts';

const SEED = 20261001;
const calendar = legalCalendar({ timeZone: 'Asia/Shanghai' });
const at = (local: string): string => new Date(`${local}+08:00`).toISOString();
const limit = (amount: number, unit: TimeUnit) => ({ amount, unit, rule: 'test' });
const end = (day: string): string => at(`${day}T23:59:59.999`);
const instants = fc
  .integer({ min: Date.UTC(2023, 0, 5), max: Date.UTC(2026, 8, 1) })
  .map((time) => new Date(time).toISOString());

describe('work hours', () => {
  it('run within the hours of work', () => {
    expect(dueAt(at('2026-11-20T10:00'), limit(4, 'work_hour'), calendar)).toBe(
      at('2026-11-20T15:30'),
    );
  });
  it('wait for the next morning when a report comes at night', () => {
    expect(dueAt(at('2026-11-19T22:00'), limit(2, 'work_hour'), calendar)).toBe(
      at('2026-11-20T11:00'),
    );
  });
  it('end with the stretch they fill, not with the start of the next', () => {
    expect(dueAt(at('2026-11-20T09:00'), limit(3, 'work_hour'), calendar)).toBe(
      at('2026-11-20T12:00'),
    );
  });
  it('pass over the National Day holiday and work on the Saturday given in exchange', () => {
    expect(dueAt(at('2026-09-30T17:00'), limit(1, 'work_hour'), calendar)).toBe(
      at('2026-10-08T09:30'),
    );
    expect(dueAt(at('2026-10-09T17:00'), limit(1, 'work_hour'), calendar)).toBe(
      at('2026-10-10T09:30'),
    );
  });
  it('follow the hours of the tenant', () => {
    const summer = legalCalendar({
      timeZone: 'Asia/Shanghai',
      workHours: [
        [480, 720],
        [900, 1110],
      ],
    });
    expect(dueAt(at('2026-07-01T11:00'), limit(2, 'work_hour'), summer)).toBe(
      at('2026-07-01T16:00'),
    );
  });
  it('agree with a walk from minute to minute', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (start, hours) => {
        const from = `${start.slice(0, 16)}:00.000Z`;
        let left = hours * 60;
        let time = Date.parse(from);
        while (left > 0) {
          const local = new Date(time + 8 * 3_600_000);
          const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
          const open = (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050);
          if (open && calendar.get(local.toISOString().slice(0, 10)).working) left -= 1;
          time += 60_000;
        }
        expect(dueAt(from, limit(hours, 'work_hour'), calendar)).toBe(new Date(time).toISOString());
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('days', () => {
  it('are counted from the day after', () => {
    expect(dueAt(at('2026-11-16T08:00'), limit(1, 'working_day'), calendar)).toBe(
      end('2026-11-17'),
    );
  });
  it('count a Saturday worked in exchange as a working day', () => {
    expect(dueAt(at('2026-10-09T08:00'), limit(1, 'working_day'), calendar)).toBe(
      end('2026-10-10'),
    );
  });
  it('that are calendar days move off a holiday, unless the rule says otherwise', () => {
    const sixty = { amount: 5, unit: 'calendar_day', rule: 'Civil Code 203' } as const;
    expect(dueAt(at('2026-09-28T08:00'), sixty, calendar)).toBe(end('2026-10-08'));
    expect(dueAt(at('2026-09-28T08:00'), { ...sixty, lastDayOff: 'same_day' }, calendar)).toBe(
      end('2026-10-03'),
    );
  });
  it('belong to the time zone of the tenant: late evening in UTC is the next day here', () => {
    expect(dueAt('2026-11-16T17:00:00.000Z', limit(1, 'working_day'), calendar)).toBe(
      end('2026-11-18'),
    );
  });
  it('end on a working day with just so many working days behind them', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const finish = dueAt(start, limit(amount, 'working_day'), calendar);
        expect(elapsed(start, finish, 'working_day', calendar)).toBe(amount);
        const last = new Date(Date.parse(finish) + 8 * 3_600_000).toISOString().slice(0, 10);
        expect(calendar.get(last).working).toBe(true);
      }),
      { seed: SEED },
    );
  });
  it('end at midnight also where the clocks change', () => {
    const newYork = legalCalendar({ timeZone: 'America/New_York' });
    expect(endOfLegalDay('2026-03-08', newYork)).toBe('2026-03-09T03:59:59.999Z');
    expect(endOfLegalDay('2026-11-01', newYork)).toBe('2026-11-02T04:59:59.999Z');
  });
});

describe('every limit', () => {
  const units = fc.constantFrom<TimeUnit>('hour', 'work_hour', 'working_day', 'calendar_day');
  it('ends after it began, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        units,
        fc.integer({ min: 1, max: 90 }),
        (one, other, unit, amount) => {
          const [first, second] = [one, other].sort() as [string, string];
          const firstEnd = dueAt(first, limit(amount, unit), calendar);
          expect(firstEnd > first).toBe(true);
          expect(dueAt(second, limit(amount, unit), calendar) >= firstEnd).toBe(true);
        },
      ),
      { seed: SEED },
    );
  });
  it('of hours has run out exactly when it is due', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom<TimeUnit>('hour', 'work_hour'),
        fc.integer({ min: 1, max: 200 }),
        (start, unit, amount) => {
          const finish = dueAt(start, limit(amount, unit), calendar);
          expect(elapsed(start, finish, unit, calendar)).toBeCloseTo(amount, 6);
        },
      ),
      { seed: SEED },
    );
  });
  it('without an amount is a fault', () => {
    expect(() => dueAt(at('2026-11-16T08:00'), limit(0, 'hour'), calendar)).toThrow(RangeError);
  });
});

describe('a clock that stood still', () => {
  it('does not count the pause, and overlapping pauses only once', () => {
    const left = elapsed(at('2026-11-20T09:00'), at('2026-11-20T17:30'), 'work_hour', calendar, [
      { from: at('2026-11-20T10:00'), to: at('2026-11-20T14:00') },
      { from: at('2026-11-20T11:00'), to: at('2026-11-20T14:30') },
    ]);
    expect(left).toBe(4);
  });
  it('never counts less than nothing nor more than without pauses', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.array(fc.tuple(instants, instants), { maxLength: 4 }),
        (from, to, pairs) => {
          const pauses = pairs.map(([begin, finish]) => ({ from: begin, to: finish }));
          const whole = elapsed(from, to, 'hour', calendar);
          const counted = elapsed(from, to, 'hour', calendar, pauses);
          expect(counted).toBeGreaterThanOrEqual(-1e-6);
          expect(counted).toBeLessThanOrEqual(whole);
        },
      ),
      { seed: SEED },
    );
  });
});

describe('a year that is not announced yet', () => {
  it('is reckoned by weekends alone and marked as provisional', () => {
    const found = due(at('2026-12-30T10:00'), limit(2, 'working_day'), calendar);
    expect(found).toEqual({ at: end('2027-01-01'), provisional: true });
    expect(due(at('2026-12-28T10:00'), limit(2, 'working_day'), calendar).provisional).toBe(false);
  });
  it('is certain once an operator has added its days', () => {
    const extended = legalCalendar({
      timeZone: 'Asia/Shanghai',
      extraDays: { '2027-01-01': 'off', '2027-01-03': 'work' },
    });
    const found = due(at('2026-12-30T10:00'), limit(2, 'working_day'), extended);
    expect(found).toEqual({ at: end('2027-01-03'), provisional: false });
  });
});

describe('days of the calendar', () => {
  it('that do not exist are a fault', () => {
    expect(() => calendar.get('2026-02-30')).toThrow(RangeError);
  });
  it('follow one another over the ends of months and leap years', () => {
    expect(shiftDay('2024-02-28', 1)).toBe('2024-02-29');
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
  });
});
