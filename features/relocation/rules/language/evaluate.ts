/** Makes of a typed formula a function that works it out for a household. */
import { Exact } from '../amounts/exact.ts';
import type { Evaluate, Frame } from '../run/frame.ts';
import { Absent, absentAmong, bothAbsent, fault, type Known, type Result } from '../run/result.ts';
import { compareDays, daysBetween, monthsBetween, shiftedDay } from './days.ts';
import type {
  AmongNode,
  ArithmeticNode,
  CallNode,
  CompareNode,
  Comparison,
  IfNode,
  LogicNode,
  Node,
} from './syntax.ts';
import type { Type } from './types.ts';
import { MONTH, sameUnit } from './units.ts';

/** What a formula needs to know of its surroundings. */
export interface Surroundings {
  /** Whose formula it is, for what goes wrong in it. */
  readonly owner: string;
  readonly list: string | null;
  typeOf(node: Node): Type;
  /** Works out a name, from where the formula stands. */
  name(name: string, list: string | null): Evaluate;
  /** 分段（表） */
  tiers(table: string, list: string | null, owner: string): Evaluate;
}

export function evaluation(node: Node, around: Surroundings): Evaluate {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'moment':
    case 'truth': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return around.name(node.name, around.list);
    case 'negative':
      return negated(evaluation(node.of, around));
    case 'not':
      return denied(evaluation(node.of, around));
    case 'and':
    case 'or':
      return logic(node, around);
    case 'compare':
      return comparison(node, around);
    case 'among':
      return among(node, around);
    case 'if':
      return branch(node, around);
    case 'arithmetic':
      return arithmetic(node, around);
    case 'call':
      return call(node, around);
  }
}

function negated(of: Evaluate): Evaluate {
  return (frame) => {
    const value = of(frame);
    return value instanceof Absent ? value : (value as Exact).negated();
  };
}

function denied(of: Evaluate): Evaluate {
  return (frame) => {
    const value = of(frame);
    return value instanceof Absent ? value : value === false;
  };
}

/** What is decided already needs no more: an absent fact does not matter then. */
function logic(node: LogicNode, around: Surroundings): Evaluate {
  const decides = node.kind === 'or';
  const left = evaluation(node.left, around);
  const right = evaluation(node.right, around);
  return (frame) => {
    const first = left(frame);
    if (first === decides) return decides;
    const second = right(frame);
    if (second === decides) return decides;
    return absentAmong([first, second]) ?? !decides;
  };
}

const HOLDS: Readonly<Record<Comparison, (order: -1 | 0 | 1) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** How two known values of one type stand to each other; texts and truths are only equal or not. */
function orderOf(first: Known, second: Known, areDates: boolean): -1 | 0 | 1 {
  if (first instanceof Exact) return first.compare(second as Exact);
  if (areDates) return compareDays(first as string, second as string);
  return first === second ? 0 : 1;
}

function comparison(node: CompareNode, around: Surroundings): Evaluate {
  const left = evaluation(node.left, around);
  const right = evaluation(node.right, around);
  const areDates = isDateNode(node.left, around);
  const verdict = HOLDS[node.sign];
  return (frame) => {
    const [first, second] = [left(frame), right(frame)];
    if (first instanceof Absent || second instanceof Absent) return absent(first, second);
    return verdict(orderOf(first, second, areDates));
  };
}

function isDateNode(node: Node, around: Surroundings): boolean {
  const { kind } = around.typeOf(node);
  return kind === 'date' || kind === 'moment';
}

/** At least one of the two is absent. */
function absent(first: Result, second: Result): Absent {
  const found = absentAmong([first, second]);
  if (found === undefined) throw new Error('neither is absent');
  return found;
}

function among(node: AmongNode, around: Surroundings): Evaluate {
  const of = evaluation(node.of, around);
  const values = node.values.map((one) => evaluation(one, around));
  const areDates = isDateNode(node.of, around);
  return (frame) => {
    const value = of(frame);
    if (value instanceof Absent) return value;
    let left: Absent | undefined;
    for (const one of values) {
      const other = one(frame);
      if (other instanceof Absent) left = left === undefined ? other : bothAbsent(left, other);
      else if (orderOf(value, other, areDates) === 0) return true;
    }
    return left ?? false;
  };
}

function branch(node: IfNode, around: Surroundings): Evaluate {
  const condition = evaluation(node.condition, around);
  const then = evaluation(node.then, around);
  const otherwise = evaluation(node.otherwise, around);
  return (frame) => {
    const verdict = condition(frame);
    if (verdict instanceof Absent) return verdict;
    return verdict === true ? then(frame) : otherwise(frame);
  };
}

function arithmetic(node: ArithmeticNode, around: Surroundings): Evaluate {
  const left = evaluation(node.left, around);
  const right = evaluation(node.right, around);
  if (isDateNode(node.left, around)) return datedArithmetic(node, left, right, around);
  const { owner } = around;
  const count = counting(node.sign, owner);
  return (frame) => {
    const [first, second] = [left(frame), right(frame)];
    if (first instanceof Exact && second instanceof Exact) return count(first, second);
    return absent(first, second);
  };
}

function counting(sign: ArithmeticNode['sign'], owner: string): (a: Exact, b: Exact) => Result {
  switch (sign) {
    case '+':
      return (a, b) => a.plus(b);
    case '-':
      return (a, b) => a.minus(b);
    case '*':
      return (a, b) => a.times(b);
    case '/':
      return (a, b) => a.dividedBy(b) ?? fault('fault.division_by_zero', owner);
  }
}

function datedArithmetic(
  node: ArithmeticNode,
  left: Evaluate,
  right: Evaluate,
  around: Surroundings,
): Evaluate {
  const { owner } = around;
  const type = around.typeOf(node.right);
  const unit = type.kind === 'number' && sameUnit(type.unit, MONTH) ? 'months' : 'days';
  return (frame) => {
    const [day, other] = [left(frame), right(frame)];
    if (day instanceof Absent || other instanceof Absent) return absent(day, other);
    if (typeof other === 'string') return Exact.ofWhole(daysBetween(other, day as string));
    const amount = (other as Exact).toWhole();
    // Half a month has no day in a calendar.
    if (amount === undefined) return fault('fault.months', owner);
    const shifted = shiftedDay(day as string, node.sign === '-' ? -amount : amount, unit);
    return shifted ?? fault('fault.calendar', owner);
  };
}

function call(node: CallNode, around: Surroundings): Evaluate {
  const [first, second] = node.arguments;
  if (first === undefined) throw new Error('a call was typed without arguments');
  switch (node.call) {
    case 'min':
    case 'max':
      return extreme(node, around);
    case 'round':
    case 'round_up':
    case 'round_down':
      return rounded(node, around);
    case 'full_months':
    case 'begun_months':
      return months(node, around);
    case 'count':
      return counted(nameIn(first));
    case 'sum':
      return summed(nameIn(first), second, around);
    case 'tiers':
      return around.tiers(nameIn(first), around.list, around.owner);
  }
}

function nameIn(node: Node): string {
  if (node.kind !== 'name') throw new Error('a call was typed without a name');
  return node.name;
}

function extreme(node: CallNode, around: Surroundings): Evaluate {
  const parts = node.arguments.map((one) => evaluation(one, around));
  const [first] = node.arguments;
  const areDates = first !== undefined && isDateNode(first, around);
  const wanted = node.call === 'min' ? -1 : 1;
  return (frame) => {
    const results = parts.map((part) => part(frame));
    const nothing = absentAmong(results);
    if (nothing !== undefined) return nothing;
    return (results as Known[]).reduce((best, one) =>
      orderOf(one, best, areDates) === wanted ? one : best,
    );
  };
}

const ROUNDINGS = { round: 'half_up', round_up: 'up', round_down: 'down' } as const;

function rounded(node: CallNode, around: Surroundings): Evaluate {
  const [of, step] = node.arguments;
  if (of === undefined || step?.kind !== 'number')
    throw new Error('a rounding was typed without step');
  const value = evaluation(of, around);
  const how = ROUNDINGS[node.call as keyof typeof ROUNDINGS];
  return (frame) => {
    const found = value(frame);
    return found instanceof Exact ? found.roundedTo(step.value, how) : found;
  };
}

function months(node: CallNode, around: Surroundings): Evaluate {
  const [from, to] = node.arguments.map((one) => evaluation(one, around));
  if (from === undefined || to === undefined) throw new Error('months were typed without dates');
  const begun = node.call === 'begun_months';
  return (frame) => {
    const [first, second] = [from(frame), to(frame)];
    if (first instanceof Absent || second instanceof Absent) return absent(first, second);
    return Exact.ofWhole(monthsBetween(first as string, second as string, begun));
  };
}

function counted(list: string): Evaluate {
  return (frame) => {
    const rows = frame.rowsOf(list);
    return rows instanceof Absent ? rows : Exact.ofWhole(rows.length);
  };
}

function summed(list: string, each: Node | undefined, around: Surroundings): Evaluate {
  if (each === undefined) throw new Error('a sum was typed without a formula');
  const part = evaluation(each, { ...around, list });
  return (frame) => sumOver(frame.rowsOf(list), part);
}

/** The sum over rows; what is absent in any of them is absent in the sum. */
export function sumOver(rows: readonly Frame[] | Absent, part: Evaluate): Result {
  if (rows instanceof Absent) return rows;
  let sum = Exact.zero;
  let left: Absent | undefined;
  for (const row of rows) {
    const one = part(row);
    if (one instanceof Absent) left = left === undefined ? one : bothAbsent(left, one);
    else sum = sum.plus(one as Exact);
  }
  return left ?? sum;
}
