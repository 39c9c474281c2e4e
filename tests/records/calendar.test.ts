import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { legalCalendar, shiftDay } from '#kernel/calendar/index.ts';
import { record } from './records-folder.ts';

const Announced = z.object({
  days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })),
});

function announced(year: number): ReadonlyMap<string, boolean> {
  const file = Announced.parse(
    JSON.parse(record(`holidays/holiday-cn_${year}.json`).toString('utf8')),
  );
  return new Map(file.days.map((day) => [day.date, day.isOffDay]));
}

function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = shiftDay(day, 1)) days.push(day);
  return days;
}

describe.each([2023, 2024, 2025, 2026])('the calendar of %i', (year) => {
  it('has the same days off and at work as the announcement, every day of the year', () => {
    const calendar = legalCalendar({ timeZone: 'Asia/Shanghai' });
    const official = announced(year);
    const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const differences = daysOf(year).filter(
      (day) => calendar.get(day).working === (official.get(day) ?? weekend(day)),
    );
    expect(differences).toEqual([]);
    expect(official.size).toBeGreaterThan(20);
    expect(calendar.get(`${year}-06-15`).provisional).toBe(false);
  });
});
