/** What a formula can come to, and how such ranges are reckoned with: always wide enough. */
import { Exact } from '../amounts/exact.ts';
import {
  contains,
  type End,
  EVERYTHING,
  type Interval,
  intersection,
  isEmptyInterval,
} from '../language/interval.ts';
import type { ArithmeticNode, Comparison } from '../language/syntax.ts';

export type Range =
  | { readonly kind: 'numbers'; readonly interval: Interval }
  | { readonly kind: 'truths'; readonly can: readonly boolean[] }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'any' };

export const ANY: Range = { kind: 'any' };
export const EITHER: Range = { kind: 'truths', can: [true, false] };
export const ALL: Range = { kind: 'numbers', interval: EVERYTHING };

const closed = (at: Exact): End => ({ at, closed: true });
export const between = (low: Exact | undefined, high: Exact | undefined): Interval => ({
  low: low && closed(low),
  high: high && closed(high),
});
export const NEVER_BELOW_ZERO = between(Exact.zero, undefined);

export const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
export const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

export function sideOf(sign: Comparison, at: Exact): Interval {
  switch (sign) {
    case '=':
      return between(at, at);
    case '!=':
      return EVERYTHING;
    case '<':
      return { low: undefined, high: { at, closed: false } };
    case '<=':
      return { low: undefined, high: closed(at) };
    case '>':
      return { low: { at, closed: false }, high: undefined };
    case '>=':
      return { low: closed(at), high: undefined };
  }
}

export function opposite(end: End | undefined): End | undefined {
  return end && { at: end.at.negated(), closed: end.closed };
}

export function comparedTexts(
  sign: Comparison,
  left: readonly string[],
  right: readonly string[],
): readonly boolean[] {
  const [first] = left;
  const certain = left.length === 1 && right.length === 1 && first === right[0];
  const possible = left.some((one) => right.includes(one));
  const some = possible ? [true, false] : [false];
  const equal = certain ? [true] : some;
  return sign === '=' ? equal : equal.map((one) => !one);
}

export function comparedNumbers(
  sign: Comparison,
  left: Interval,
  right: Interval,
): readonly boolean[] {
  switch (sign) {
    case '<':
    case '>=': {
      const less = isLess(left, right);
      return sign === '<' ? less : less.map((one) => !one);
    }
    case '>':
    case '<=': {
      const more = isLess(right, left);
      return sign === '>' ? more : more.map((one) => !one);
    }
    default: {
      const possible = !isEmptyInterval(intersection(left, right));
      const equal = possible ? [true, false] : [false];
      return sign === '=' ? equal : equal.map((one) => !one);
    }
  }
}

/** Whether everything of one lies below everything of the other, nothing of it, or some. */
function isLess(left: Interval, right: Interval): readonly boolean[] {
  if (left.high !== undefined && right.low !== undefined) {
    const order = left.high.at.compare(right.low.at);
    if (order < 0 || (order === 0 && !(left.high.closed && right.low.closed))) return [true];
  }
  if (left.low !== undefined && right.high !== undefined && left.low.at.compare(right.high.at) >= 0)
    return [false];
  return [true, false];
}

export function hull(first: Range, second: Range): Range {
  if (first.kind === 'numbers' && second.kind === 'numbers')
    return {
      kind: 'numbers',
      interval: {
        low: outer(first.interval.low, second.interval.low, -1),
        high: outer(first.interval.high, second.interval.high, 1),
      },
    };
  if (first.kind === 'truths' && second.kind === 'truths')
    return { kind: 'truths', can: [...new Set([...first.can, ...second.can])] };
  if (first.kind === 'texts' && second.kind === 'texts')
    return { kind: 'texts', texts: [...new Set([...first.texts, ...second.texts])] };
  return ANY;
}

function outer(a: End | undefined, b: End | undefined, side: -1 | 1): End | undefined {
  if (a === undefined || b === undefined) return undefined;
  const order = a.at.compare(b.at);
  if (order === 0) return a.closed ? a : b;
  return order === side ? a : b;
}

export function extreme(ranges: readonly Range[], which: 'min' | 'max'): Range {
  return ranges.reduce((first, second) => {
    if (first.kind !== 'numbers' || second.kind !== 'numbers') return ALL;
    const [a, b] = [first.interval, second.interval];
    return {
      kind: 'numbers',
      interval:
        which === 'min'
          ? { low: outer(a.low, b.low, -1), high: inner(a.high, b.high, -1) }
          : { low: inner(a.low, b.low, 1), high: outer(a.high, b.high, 1) },
    };
  });
}

/** The nearer of two ends; one without end does not count. */
function inner(a: End | undefined, b: End | undefined, side: -1 | 1): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.at.compare(b.at) === side ? a : b;
}

export function calculated(sign: ArithmeticNode['sign'], a: Interval, b: Interval): Interval {
  switch (sign) {
    case '+':
      return between(added(a.low, b.low), added(a.high, b.high));
    case '-':
      return between(added(a.low, opposite(b.high)), added(a.high, opposite(b.low)));
    case '*':
      return multiplied(a, b);
    case '/':
      return divided(a, b);
  }
}

function added(a: End | undefined, b: End | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : a.at.plus(b.at);
}

const isPositive = ({ low }: Interval): boolean => low !== undefined && low.at.sign() >= 0;

function multiplied(a: Interval, b: Interval): Interval {
  if (isPositive(a) && isPositive(b)) {
    const low = a.low !== undefined && b.low !== undefined ? a.low.at.times(b.low.at) : undefined;
    const high =
      a.high !== undefined && b.high !== undefined ? a.high.at.times(b.high.at) : zeroOf(a, b);
    return between(low, high);
  }
  const ends = [a.low, a.high].flatMap((x) =>
    [b.low, b.high].map((y) => x && y && x.at.times(y.at)),
  );
  if (ends.some((end) => end === undefined)) return EVERYTHING;
  const sorted = (ends as Exact[]).sort((x, y) => x.compare(y));
  return between(sorted[0], sorted.at(-1));
}

/** Nothing times whatever is nothing. */
function zeroOf(a: Interval, b: Interval): Exact | undefined {
  const isZero = ({ high }: Interval): boolean => high !== undefined && high.at.sign() === 0;
  return isZero(a) || isZero(b) ? Exact.zero : undefined;
}

function divided(a: Interval, b: Interval): Interval {
  if (!isPositive(a) || b.low === undefined || b.low.at.sign() <= 0) return EVERYTHING;
  return between(Exact.zero, a.high?.at.dividedBy(b.low.at));
}

/** True where zero is all there is. */
export function isOnlyZero(range: Range): boolean {
  if (range.kind !== 'numbers') return false;
  const { low, high } = range.interval;
  return (
    high !== undefined &&
    high.at.sign() <= 0 &&
    (low === undefined || low.at.sign() <= 0) &&
    contains(range.interval, high.at)
  );
}
