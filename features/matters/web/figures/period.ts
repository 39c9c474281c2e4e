/** Periods the figures are asked for, as inclusive legal days. */
export const PERIODS = ['month', 'last_month', 'quarter', 'year', 'twelve_months'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Days {
  readonly from: string;
  readonly to: string;
}

const MONTHS_BACK: Readonly<Record<PeriodName, (month: number) => number>> = {
  month: () => 0,
  last_month: () => 1,
  quarter: (month) => month % 3,
  year: (month) => month,
  twelve_months: () => 11,
};

/** @param today legal day of the tenant, YYYY-MM-DD */
export function daysOf(period: PeriodName, today: string): Days {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const from = day(year, month - MONTHS_BACK[period](month), 1);
  return { from, to: period === 'last_month' ? day(year, month, 0) : today };
}

/** Every day of a month `YYYY-MM`. */
export function daysOfMonth(month: string): Days {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: day(year, number, 0) };
}

/** Months and days beyond their range carry over, as in Date.UTC. */
function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** The day that lies so many days before another. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
