/**
 * What a formula can come to over all households, before any is known. Never
 * too little: where it cannot be told, everything is possible, so whatever is
 * said to be impossible is.
 */
import { Exact } from '../amounts/exact.ts';
import { constantOf, intersection, minuteOf } from '../language/interval.ts';
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

import {
  ALL,
  ANY,
  between,
  calculated,
  comparedNumbers,
  comparedTexts,
  EITHER,
  extreme,
  hull,
  MIRRORED,
  NEVER_BELOW_ZERO,
  OPPOSITE,
  opposite,
  type Range,
  sideOf,
} from './range.ts';

/** What is known of names where a formula stands, beyond what the scheme says of them. */
export type Known = ReadonlyMap<string, Range>;
export const NOTHING_KNOWN: Known = new Map();

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
