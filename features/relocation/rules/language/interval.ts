/** Stretches of numbers, days or minutes, as tables and limits name them. */
import { Exact } from '../amounts/exact.ts';
import type { Bound } from './parse.ts';
import type { Comparison, Node } from './syntax.ts';

/** An end of a stretch; undefined goes on for ever. */
export interface End {
  readonly at: Exact;
  readonly closed: boolean;
}
export interface Interval {
  readonly low: End | undefined;
  readonly high: End | undefined;
}

export const EVERYTHING: Interval = { low: undefined, high: undefined };

const MINUTES_OF_DAY = 1440;
const MILLISECONDS_OF_MINUTE = 60_000;

/** Minutes since 1970 of a moment, or of a day's first minute. */
export function minuteOf(dayOrMoment: string): Exact {
  const text = dayOrMoment.length === 10 ? `${dayOrMoment}T00:00` : dayOrMoment;
  return Exact.ofWhole(new Date(`${text}Z`).getTime() / MILLISECONDS_OF_MINUTE);
}

const LAST_MINUTE = Exact.ofWhole(MINUTES_OF_DAY - 1);
/** Days are counted by their first minutes, so the next one is this far. */
export const DAY_STEP = Exact.ofWhole(MINUTES_OF_DAY);
export const MINUTE_STEP = Exact.one;

/** The number a literal stands for; undefined for everything that depends on a household. */
export function constantOf(node: Node): Exact | undefined {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'negative':
      return constantOf(node.of)?.negated();
    case 'date':
    case 'moment':
      return minuteOf(node.value);
    default:
      return undefined;
  }
}

/**
 * What fulfils all the comparisons. A day as the bound of moments is the whole
 * day: `≤ 2024-03-20` is until its last minute.
 * Undefined where a bound is no literal, or says `≠`.
 */
export function intervalOf(bounds: readonly Bound[], ofMoments: boolean): Interval | undefined {
  let found = EVERYTHING;
  for (const { sign, value } of bounds) {
    const first = constantOf(value);
    if (first === undefined || sign === '!=') return undefined;
    const last = ofMoments && value.kind === 'date' ? first.plus(LAST_MINUTE) : first;
    found = intersection(found, side(sign, first, last));
  }
  return found;
}

function side(sign: Exclude<Comparison, '!='>, first: Exact, last: Exact): Interval {
  switch (sign) {
    case '=':
      return { low: { at: first, closed: true }, high: { at: last, closed: true } };
    case '<':
      return { low: undefined, high: { at: first, closed: false } };
    case '<=':
      return { low: undefined, high: { at: last, closed: true } };
    case '>':
      return { low: { at: last, closed: false }, high: undefined };
    case '>=':
      return { low: { at: first, closed: true }, high: undefined };
  }
}

export function intersection(a: Interval, b: Interval): Interval {
  return { low: higherLow(a.low, b.low), high: lowerHigh(a.high, b.high) };
}

function higherLow(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = a.at.compare(b.at);
  if (order === 0) return a.closed ? b : a;
  return order > 0 ? a : b;
}

function lowerHigh(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = a.at.compare(b.at);
  if (order === 0) return a.closed ? b : a;
  return order < 0 ? a : b;
}

export function isEmptyInterval({ low, high }: Interval): boolean {
  if (low === undefined || high === undefined) return false;
  const order = low.at.compare(high.at);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
}

export function contains({ low, high }: Interval, value: Exact): boolean {
  return isAbove(low, value) && isBelow(high, value);
}

function isAbove(low: End | undefined, value: Exact): boolean {
  if (low === undefined) return true;
  const order = value.compare(low.at);
  return order > 0 || (order === 0 && low.closed);
}

function isBelow(high: End | undefined, value: Exact): boolean {
  if (high === undefined) return true;
  const order = value.compare(high.at);
  return order < 0 || (order === 0 && high.closed);
}
