/**
 * What a formula can come to over all households, before any is known. Never
 * too little: where it cannot be told, everything is possible, so whatever is
 * said to be impossible is.
 */
import { Exact } from '../amounts/exact.ts';
import {
  constantOf,
  contains,
  type End,
  EVERYTHING,
  type Interval,
  intersection,
  isEmptyInterval,
  minuteOf,
} from '../language/interval.ts';
import type {
  ArithmeticNode,
  CallNode,
  CompareNode,
  Comparison,
  Node,
} from '../language/syntax.ts';
import { isDated } from '../language/types.ts';
import type { Compiled } from '../scheme/compile.ts';
import type { Entry, FactEntry, Formula, ItemEntry, TableEntry } from '../scheme/names.ts';

export type Range =
  | { readonly kind: 'numbers'; readonly interval: Interval }
  | { readonly kind: 'truths'; readonly can: readonly boolean[] }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'any' };

/** What is known of names where a formula stands, beyond what the scheme says of them. */
export type Known = ReadonlyMap<string, Range>;
export const NOTHING_KNOWN: Known = new Map();

const ANY: Range = { kind: 'any' };
const EITHER: Range = { kind: 'truths', can: [true, false] };
const ALL: Range = { kind: 'numbers', interval: EVERYTHING };

const closed = (at: Exact): End => ({ at, closed: true });
const between = (low: Exact | undefined, high: Exact | undefined): Interval => ({
  low: low && closed(low),
  high: high && closed(high),
});
const NEVER_BELOW_ZERO = between(Exact.zero, undefined);

export class Ranges {
  private readonly compiled: Compiled;
  private readonly found = new Map<string, Range>();

  constructor(compiled: Compiled) {
    this.compiled = compiled;
  }

  ofName(name: string): Range {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const entry = this.compiled.names.entries.get(name);
    const range = entry === undefined ? ANY : this.ofEntry(entry);
    this.found.set(name, range);
    return range;
  }

  private ofEntry(entry: Entry): Range {
    switch (entry.sort) {
      case 'fact':
        return this.ofFact(entry);
      case 'choice':
        return { kind: 'texts', texts: entry.values.map(({ name }) => name) };
      case 'value':
        return this.ofFormula(entry.formula);
      case 'table':
        return this.ofTable(entry);
      case 'item':
        return entry.list === null
          ? this.ofItem(entry)
          : { kind: 'numbers', interval: NEVER_BELOW_ZERO };
      default:
        return ALL;
    }
  }

  private ofFact({ fact }: FactEntry): Range {
    const limits = this.compiled.names.factLimits.get(fact.name);
    const low = limits?.min && constantOf(limits.min.node);
    const high = limits?.max && constantOf(limits.max.node);
    switch (fact.type) {
      case 'number':
        return { kind: 'numbers', interval: between(low ?? Exact.zero, high) };
      case 'choice':
        return { kind: 'texts', texts: fact.values.map(({ name }) => name) };
      case 'yes_no':
        return EITHER;
      case 'date':
        return { kind: 'numbers', interval: between(low, high) };
      case 'moment': {
        const last = limits?.max?.node.kind === 'date' ? high?.plus(Exact.ofWhole(1439)) : high;
        return { kind: 'numbers', interval: between(low, last) };
      }
    }
  }

  ofFormula(formula: Formula | undefined, known: Known = NOTHING_KNOWN): Range {
    return formula === undefined ? ANY : this.of(formula.node, known);
  }

  private ofTable(entry: TableEntry): Range {
    const formulas = [...entry.rows.map(({ value }) => value), entry.otherwise];
    return formulas
      .filter((formula) => formula !== undefined)
      .map((formula) => this.ofFormula(formula))
      .reduce(hull);
  }

  /** What one line of an item can come to, where it is due. */
  ofLine(entry: ItemEntry): Range {
    const known = this.refined(NOTHING_KNOWN, entry.when?.node, true);
    const amount = this.ofFormula(entry.formula, known);
    const [min, max] = [entry.min, entry.max].map((one) => one && this.ofFormula(one, known));
    return [min, max].reduce<Range>((range, bound, at) => {
      if (bound === undefined) return range;
      return extreme([range, bound], at === 0 ? 'max' : 'min');
    }, amount);
  }

  private ofItem(entry: ItemEntry): Range {
    const line = this.ofLine(entry);
    return entry.when === undefined
      ? line
      : hull(line, { kind: 'numbers', interval: between(Exact.zero, Exact.zero) });
  }

  of(node: Node, known: Known): Range {
    switch (node.kind) {
      case 'number':
        return { kind: 'numbers', interval: between(node.value, node.value) };
      case 'date':
      case 'moment':
        return { kind: 'numbers', interval: between(minuteOf(node.value), minuteOf(node.value)) };
      case 'text':
        return { kind: 'texts', texts: [node.value] };
      case 'truth':
        return { kind: 'truths', can: [node.value] };
      case 'name':
        return known.get(node.name) ?? this.ofName(node.name);
      case 'negative':
        return this.minus(node.of, known);
      case 'arithmetic':
        return this.arithmetic(node, known);
      case 'call':
        return this.call(node, known);
      case 'if':
        return this.branches(node, known);
      default:
        return this.condition(node, known);
    }
  }

  private branches(node: Node & { readonly kind: 'if' }, known: Known): Range {
    const can = this.verdicts(node.condition, known);
    const then = this.of(node.then, this.refined(known, node.condition, true));
    const otherwise = this.of(node.otherwise, this.refined(known, node.condition, false));
    if (!can.includes(false)) return then;
    return can.includes(true) ? hull(then, otherwise) : otherwise;
  }

  /** Which of yes and no a condition can come to. */
  verdicts(node: Node, known: Known): readonly boolean[] {
    const range = this.of(node, known);
    return range.kind === 'truths' ? range.can : [true, false];
  }

  private condition(node: Node, known: Known): Range {
    switch (node.kind) {
      case 'not':
        return { kind: 'truths', can: this.verdicts(node.of, known).map((one) => !one) };
      case 'and':
      case 'or':
        return this.logic(node.kind === 'or', node.left, node.right, known);
      case 'compare':
        return { kind: 'truths', can: this.compared(node, known) };
      default:
        return EITHER;
    }
  }

  private logic(decides: boolean, left: Node, right: Node, known: Known): Range {
    const first = this.verdicts(left, known);
    // The right side only matters where the left one has not decided.
    const second = this.verdicts(right, this.refined(known, left, !decides));
    const can: boolean[] = [];
    if (first.includes(decides) || second.includes(decides)) can.push(decides);
    if (first.includes(!decides) && second.includes(!decides)) can.push(!decides);
    return { kind: 'truths', can };
  }

  private compared(node: CompareNode, known: Known): readonly boolean[] {
    const { typing } = this.compiled;
    const [left, right] = [this.of(node.left, known), this.of(node.right, known)];
    if (left.kind === 'texts' && right.kind === 'texts')
      return comparedTexts(node.sign, left.texts, right.texts);
    const types = [typing.typeOf(node.left), typing.typeOf(node.right)];
    const mixed = types.some(isDated) && types[0]?.kind !== types[1]?.kind;
    if (mixed || left.kind !== 'numbers' || right.kind !== 'numbers') return [true, false];
    return comparedNumbers(node.sign, left.interval, right.interval);
  }

  private minus(node: Node, known: Known): Range {
    const range = this.of(node, known);
    if (range.kind !== 'numbers') return ANY;
    const { low, high } = range.interval;
    return { kind: 'numbers', interval: { low: opposite(high), high: opposite(low) } };
  }

  private arithmetic(node: ArithmeticNode, known: Known): Range {
    const { typing } = this.compiled;
    if (isDated(typing.typeOf(node.left))) return ALL;
    const [left, right] = [this.of(node.left, known), this.of(node.right, known)];
    if (left.kind !== 'numbers' || right.kind !== 'numbers') return ALL;
    return { kind: 'numbers', interval: calculated(node.sign, left.interval, right.interval) };
  }

  private call(node: CallNode, known: Known): Range {
    switch (node.call) {
      case 'min':
      case 'max':
        return extreme(
          node.arguments.map((one) => this.of(one, known)),
          node.call,
        );
      case 'count':
      case 'full_months':
      case 'begun_months':
        return { kind: 'numbers', interval: NEVER_BELOW_ZERO };
      case 'sum': {
        const [, each] = node.arguments;
        const part = each && this.of(each, known);
        const low = part?.kind === 'numbers' && (part.interval.low?.at.sign() ?? -1) >= 0;
        return low ? { kind: 'numbers', interval: NEVER_BELOW_ZERO } : ALL;
      }
      default:
        return ALL;
    }
  }

  /** What is known besides once a condition has come out so. */
  refined(known: Known, condition: Node | undefined, verdict: boolean): Known {
    if (condition === undefined) return known;
    switch (condition.kind) {
      case 'not':
        return this.refined(known, condition.of, !verdict);
      case 'and':
      case 'or': {
        const both = (condition.kind === 'and') === verdict;
        if (!both) return known;
        return this.refined(this.refined(known, condition.left, verdict), condition.right, verdict);
      }
      case 'name':
        return new Map([...known, [condition.name, { kind: 'truths', can: [verdict] }]]);
      case 'compare':
        return this.refinedByComparison(known, condition, verdict);
      default:
        return known;
    }
  }

  private refinedByComparison(known: Known, node: CompareNode, verdict: boolean): Known {
    const sign = verdict ? node.sign : OPPOSITE[node.sign];
    if (node.left.kind === 'name') return this.narrowed(known, node.left.name, sign, node.right);
    return node.right.kind === 'name'
      ? this.narrowed(known, node.right.name, MIRRORED[sign], node.left)
      : known;
  }

  private narrowed(known: Known, name: string, sign: Comparison, by: Node): Known {
    const range = known.get(name) ?? this.ofName(name);
    if (range.kind === 'texts' && by.kind === 'text') {
      const texts = range.texts.filter((one) => (one === by.value) === (sign === '='));
      return new Map([...known, [name, { kind: 'texts', texts }]]);
    }
    const { typing } = this.compiled;
    const mixed =
      isDated(typing.ofName(name)) && typing.ofName(name).kind !== typing.typeOf(by).kind;
    const at = constantOf(by);
    if (range.kind !== 'numbers' || at === undefined || mixed) return known;
    const side = sideOf(sign, at);
    return new Map([
      ...known,
      [name, { kind: 'numbers', interval: intersection(range.interval, side) }],
    ]);
  }
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

function sideOf(sign: Comparison, at: Exact): Interval {
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

function opposite(end: End | undefined): End | undefined {
  return end && { at: end.at.negated(), closed: end.closed };
}

function comparedTexts(
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

function comparedNumbers(sign: Comparison, left: Interval, right: Interval): readonly boolean[] {
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

function hull(first: Range, second: Range): Range {
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

function extreme(ranges: readonly Range[], which: 'min' | 'max'): Range {
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

function calculated(sign: ArithmeticNode['sign'], a: Interval, b: Interval): Interval {
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
