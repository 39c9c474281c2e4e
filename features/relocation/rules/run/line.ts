/** One line of a statement: an item worked out, with the parts of its product. */
import type { Exact, Rounding } from '../amounts/exact.ts';
import { evaluation, type Surroundings } from '../language/evaluate.ts';
import type { Node } from '../language/syntax.ts';
import { NO_UNIT, type Unit } from '../language/units.ts';
import type { Formula, ItemEntry } from '../scheme/names.ts';
import type { Evaluate, Frame } from './frame.ts';
import { Absent, fault, type Result } from './result.ts';

/** A factor of the product a line was worked out by. */
export interface Factor {
  readonly value: Exact;
  readonly unit: Unit;
  /** Divided by, not multiplied with. */
  readonly below: boolean;
}

export interface Bounded {
  readonly by: 'min' | 'max';
  readonly before: Exact;
}

/** What came of an item for a household or a row. */
export type Drawn =
  | { readonly state: 'not_due' }
  | { readonly state: 'absent'; readonly why: Absent }
  | {
      readonly state: 'due';
      /** Fen. */
      readonly amount: number;
      readonly factors: readonly Factor[] | undefined;
      readonly bounded: Bounded | undefined;
    };

export type Draw = (frame: Frame) => Drawn;

interface Shaped {
  readonly amount: Result;
  readonly factors?: readonly Factor[];
}
type Shape = (frame: Frame) => Shaped;

const NOT_DUE: Drawn = { state: 'not_due' };

export interface LineRounding {
  readonly to: Exact;
  readonly how: Rounding;
}

export function drawing(
  entry: ItemEntry,
  around: Surroundings,
  rounding: LineRounding | undefined,
): Draw {
  const { name } = entry;
  const optional = (formula: Formula | undefined): Evaluate | undefined =>
    formula && evaluation(formula.node, around);
  const when = optional(entry.when);
  const shape = shapeOf(entry.formula?.node, around);
  const [min, max] = [optional(entry.min), optional(entry.max)];
  return (frame) => {
    const due = when === undefined ? true : when(frame);
    if (due === false) return NOT_DUE;
    if (due instanceof Absent) return { state: 'absent', why: due };
    const { amount, factors } = shape(frame);
    if (amount instanceof Absent) return { state: 'absent', why: amount };
    const held = within(amount as Exact, name, min?.(frame), max?.(frame));
    if (held instanceof Absent) return { state: 'absent', why: held };
    const fen = inFen(held.amount, rounding);
    if (fen === undefined) return absentBy('fault.too_large', name);
    if (fen < 0) return absentBy('fault.negative', name);
    return { state: 'due', amount: fen, factors, bounded: held.bounded };
  };
}

function absentBy(code: 'fault.too_large' | 'fault.negative', name: string): Drawn {
  return { state: 'absent', why: fault(code, name) };
}

/** Rounded as the scheme says, else half up to the fen. */
function inFen(amount: Exact, rounding: LineRounding | undefined): number | undefined {
  return (rounding === undefined ? amount : amount.roundedTo(rounding.to, rounding.how)).toFen();
}

interface Held {
  readonly amount: Exact;
  readonly bounded: Bounded | undefined;
}

/** Holds an amount between its limits; a maximum below the minimum is a fault, never a choice between them. */
export function within(
  amount: Exact,
  name: string,
  min: Result | undefined,
  max: Result | undefined,
): Held | Absent {
  if (min instanceof Absent) return min;
  if (max instanceof Absent) return max;
  const [low, high] = [min as Exact | undefined, max as Exact | undefined];
  if (low !== undefined && high !== undefined && low.compare(high) > 0)
    return fault('fault.cap_below_minimum', name);
  if (low !== undefined && amount.compare(low) < 0)
    return { amount: low, bounded: { by: 'min', before: amount } };
  if (high !== undefined && amount.compare(high) > 0)
    return { amount: high, bounded: { by: 'max', before: amount } };
  return { amount, bounded: undefined };
}

/** Through conditions to the product below them. */
function shapeOf(node: Node | undefined, around: Surroundings): Shape {
  if (node === undefined) throw new Error('an item was compiled without its formula');
  if (node.kind === 'if') return branchShape(node, around);
  if (node.kind === 'arithmetic' && (node.sign === '*' || node.sign === '/'))
    return productShape(node, around);
  const plain = evaluation(node, around);
  return (frame) => ({ amount: plain(frame) });
}

function branchShape(node: Node & { readonly kind: 'if' }, around: Surroundings): Shape {
  const condition = evaluation(node.condition, around);
  const then = shapeOf(node.then, around);
  const otherwise = shapeOf(node.otherwise, around);
  return (frame) => {
    const verdict = condition(frame);
    if (verdict instanceof Absent) return { amount: verdict };
    return verdict === true ? then(frame) : otherwise(frame);
  };
}

interface FactorNode {
  readonly node: Node;
  readonly below: boolean;
}

/** `a × b ÷ c` as its factors, in their order. */
function factorsOf(node: Node): readonly FactorNode[] {
  if (node.kind !== 'arithmetic' || (node.sign !== '*' && node.sign !== '/'))
    return [{ node, below: false }];
  const right = { node: node.right, below: node.sign === '/' };
  return [...factorsOf(node.left), right];
}

function productShape(node: Node, around: Surroundings): Shape {
  const parts = factorsOf(node).map(({ node: factor, below }) => {
    const type = around.typeOf(factor);
    const unit = type.kind === 'number' ? type.unit : NO_UNIT;
    return { unit, below, evaluate: evaluation(factor, around) };
  });
  const whole = evaluation(node, around);
  return (frame) => {
    const factors: Factor[] = [];
    for (const { unit, below, evaluate } of parts) {
      const value = evaluate(frame);
      // Whatever else is absent shows in the whole.
      if (value instanceof Absent) return { amount: whole(frame) };
      factors.push({ value: value as Exact, unit, below });
    }
    return { amount: multiplied(factors, around.owner), factors };
  };
}

function multiplied(factors: readonly Factor[], owner: string): Result {
  let product: Exact | undefined;
  for (const { value, below } of factors) {
    if (product === undefined) product = value;
    else if (!below) product = product.times(value);
    else {
      product = product.dividedBy(value);
      if (product === undefined) return fault('fault.division_by_zero', owner);
    }
  }
  if (product === undefined) throw new Error('a product has factors');
  return product;
}
