/** When the money of a line is due, by calendar month. */
import { Exact } from '../amounts/exact.ts';
import { monthAfter } from '../language/days.ts';
import type { PaymentPlan } from '../scheme/compile.ts';
import type { Frame } from './frame.ts';
import { Absent, absentAmong, type Fault, fault } from './result.ts';

/** Money whose month cannot be told, and why. */
export interface Undated {
  readonly item: string;
  /** Fen. */
  readonly amount: number;
  readonly missing?: readonly string[];
  readonly faults?: readonly Fault[];
}

export interface Cash {
  /** Fen by `YYYY-MM`, in their order. */
  readonly months: readonly { readonly month: string; readonly amount: number }[];
  readonly undated: readonly Undated[];
  /** Fen for which the scheme names no time of payment. */
  readonly unscheduled: number;
}

const MOST_MONTHS = 1200;

export class CashPlan {
  private readonly months = new Map<string, number>();
  private readonly undated: Undated[] = [];
  private unscheduled = 0;

  /** @param amount fen, below zero for what the household pays */
  add(item: string, amount: number, payments: readonly PaymentPlan[], frame: Frame): void {
    if (amount === 0) return;
    if (payments.length === 0) {
      this.unscheduled += amount;
      return;
    }
    const parts = datedParts(amount, payments, frame, item);
    if (parts instanceof Absent) {
      const { missing, faults } = parts;
      this.undated.push({
        ...{ item, amount },
        ...(missing.length > 0 && { missing }),
        ...(faults.length > 0 && { faults }),
      });
      return;
    }
    for (const [month, part] of parts) this.months.set(month, (this.months.get(month) ?? 0) + part);
  }

  cash(): Cash {
    const months = [...this.months]
      .map(([month, amount]) => ({ month, amount }))
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    return { months, undated: this.undated, unscheduled: this.unscheduled };
  }
}

type Parts = readonly (readonly [month: string, fen: number])[];

function datedParts(
  amount: number,
  payments: readonly PaymentPlan[],
  frame: Frame,
  item: string,
): Parts | Absent {
  const [first] = payments;
  return first?.kind === 'monthly'
    ? monthlyParts(amount, first, frame, item)
    : sharedParts(amount, payments, frame, item);
}

/** Equal parts to the fen; the last month takes what is left. */
function monthlyParts(
  amount: number,
  payment: PaymentPlan & { readonly kind: 'monthly' },
  frame: Frame,
  item: string,
): Parts | Absent {
  const [from, months] = [payment.from(frame), payment.months(frame)];
  const nothing = absentAmong([from, months]);
  if (nothing !== undefined) return nothing;
  const count = (months as Exact).toWhole();
  if (count === undefined || count < 1 || count > MOST_MONTHS) return fault('fault.months', item);
  const each = Math.trunc(amount / count);
  return Array.from({ length: count }, (_, at) => [
    monthAfter(from as string, at),
    at === count - 1 ? amount - each * (count - 1) : each,
  ]);
}

function sharedParts(
  amount: number,
  payments: readonly PaymentPlan[],
  frame: Frame,
  item: string,
): Parts | Absent {
  const parts: [string, number][] = [];
  let left = amount;
  let sum = Exact.zero;
  for (const [at, payment] of payments.entries()) {
    if (payment.kind !== 'once') return fault('fault.shares', item);
    const day = payment.at(frame);
    const share = payment.share?.(frame) ?? Exact.one;
    if (day instanceof Absent) return day;
    if (share instanceof Absent) return share;
    sum = sum.plus(share as Exact);
    const isLast = at === payments.length - 1;
    const part = isLast
      ? left
      : (Exact.ofFen(amount)
          .times(share as Exact)
          .toFen() ?? 0);
    left -= part;
    parts.push([(day as string).slice(0, 7), part]);
  }
  return sum.equals(Exact.one) ? parts : fault('fault.shares', item);
}
