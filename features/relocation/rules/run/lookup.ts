/** Which row of a table holds, and what progressive tiers come to. */
import { Exact } from '../amounts/exact.ts';
import { contains, type Interval, minuteOf } from '../language/interval.ts';
import type { Evaluate, Frame } from './frame.ts';
import { Absent, absentAmong, fault, type Known, type Result } from './result.ts';

/** What a row asks of one of the table's names. */
export type Test =
  | { readonly kind: 'texts'; readonly texts: ReadonlySet<string> }
  | { readonly kind: 'truth'; readonly truths: ReadonlySet<boolean> }
  | { readonly kind: 'intervals'; readonly intervals: readonly Interval[] };

export interface LookupRow {
  /** In the order of the table's names; undefined: any value. */
  readonly tests: readonly (Test | undefined)[];
  readonly value: Evaluate;
}

export interface Lookup {
  readonly name: string;
  readonly by: readonly Evaluate[];
  readonly rows: readonly LookupRow[];
  readonly otherwise: Evaluate | undefined;
}

/** The value of the row that fits. Which row it is stands in the frame's details. */
export function lookup(table: Lookup, slot: number): Evaluate {
  const { name, by, rows, otherwise } = table;
  return (frame) => {
    const keys = by.map((one) => one(frame));
    const nothing = absentAmong(keys);
    if (nothing !== undefined) return nothing;
    const at = rows.findIndex((row) => fits(row, keys as Known[]));
    frame.details[slot] = at;
    const found = rows[at]?.value ?? otherwise;
    return found === undefined ? fault('fault.no_row', name) : found(frame);
  };
}

function fits({ tests }: LookupRow, keys: readonly Known[]): boolean {
  return tests.every((test, at) => {
    const key = keys[at];
    return test === undefined || (key !== undefined && passes(test, key));
  });
}

export function passes(test: Test, key: Known): boolean {
  switch (test.kind) {
    case 'texts':
      return test.texts.has(key as string);
    case 'truth':
      return test.truths.has(key as boolean);
    case 'intervals': {
      const at = key instanceof Exact ? key : minuteOf(key as string);
      return test.intervals.some((interval) => contains(interval, at));
    }
  }
}

export interface Tier {
  readonly low: Exact;
  /** Absent: without end. */
  readonly high: Exact | undefined;
  readonly value: Evaluate;
}

/** Each part of the quantity at the value of its own tier; below zero it has none. */
export function tiersOf(name: string, quantity: Evaluate, tiers: readonly Tier[]): Evaluate {
  return (frame) => {
    const whole = quantity(frame);
    if (whole instanceof Absent) return whole;
    const amount = whole as Exact;
    return amount.sign() < 0 ? fault('fault.no_row', name) : partsOfTiers(frame, amount, tiers);
  };
}

function partsOfTiers(frame: Frame, amount: Exact, tiers: readonly Tier[]): Result {
  let sum = Exact.zero;
  for (const { low, high, value } of tiers) {
    const end = high !== undefined && high.compare(amount) < 0 ? high : amount;
    if (end.compare(low) <= 0) continue;
    const rate = value(frame);
    if (rate instanceof Absent) return rate;
    sum = sum.plus(end.minus(low).times(rate as Exact));
  }
  return sum;
}
