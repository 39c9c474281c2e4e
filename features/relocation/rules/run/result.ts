/** What a formula came to for one household: a value, or why there is none. */
import type { Exact } from '../amounts/exact.ts';

/** A number, a chosen text, a date or moment, a yes or no. */
export type Known = Exact | string | boolean;
export type Result = Known | Absent;

export type FaultCode =
  | 'fault.division_by_zero'
  | 'fault.no_row'
  | 'fault.negative'
  | 'fault.cap_below_minimum'
  | 'fault.too_large'
  | 'fault.calendar'
  | 'fault.months'
  | 'fault.shares';

export interface Fault {
  readonly code: FaultCode;
  /** The item, value or table in which it happened. */
  readonly name: string;
}

/** No value, and everything that stands against one. It never turns into a number. */
export class Absent {
  /** Facts that were not given. */
  readonly missing: readonly string[];
  readonly faults: readonly Fault[];
  constructor(missing: readonly string[], faults: readonly Fault[]) {
    this.missing = missing;
    this.faults = faults;
  }
}

export function missing(fact: string): Absent {
  return new Absent([fact], []);
}

export function fault(code: FaultCode, name: string): Absent {
  return new Absent([], [{ code, name }]);
}

export function bothAbsent(first: Absent, second: Absent): Absent {
  if (first === second) return first;
  const faults = [...first.faults];
  for (const one of second.faults)
    if (!faults.some(({ code, name }) => code === one.code && name === one.name)) faults.push(one);
  return new Absent([...new Set([...first.missing, ...second.missing])], faults);
}

/** Everything absent among results; undefined where all are known. */
export function absentAmong(results: readonly Result[]): Absent | undefined {
  let found: Absent | undefined;
  for (const result of results)
    if (result instanceof Absent) found = found === undefined ? result : bothAbsent(found, result);
  return found;
}
