/** That every formula of a scheme comes to what its place needs: money, a yes or no, a date. */
import { Exact } from '../amounts/exact.ts';
import { constantOf } from '../language/interval.ts';
import { isDated, type Type } from '../language/types.ts';
import { MONEY, MONTH, NO_UNIT, sameUnit, type Unit } from '../language/units.ts';
import type {
  Entry,
  FactEntry,
  Formula,
  ItemEntry,
  LimitEntry,
  Names,
  PaymentEntry,
} from './names.ts';
import type { ProblemCode, Report } from './problem.ts';
import { pairOf, type Typing } from './typing.ts';

export function checkTypes(names: Names, typing: Typing, report: Report): void {
  new TypeChecks(names, typing, report).all();
}

class TypeChecks {
  private readonly names: Names;
  private readonly typing: Typing;
  private readonly report: Report;

  constructor(names: Names, typing: Typing, report: Report) {
    this.names = names;
    this.typing = typing;
    this.report = report;
  }

  all(): void {
    for (const entry of this.names.entries.values()) {
      this.list(entry);
      // Typed first by its name, so that a circle is told where it begins.
      this.typing.ofName(entry.name);
      this.entry(entry);
    }
    this.step(this.names.roundTo);
  }

  private entry(entry: Entry): void {
    switch (entry.sort) {
      case 'fact':
        this.factLimits(entry);
        return;
      case 'choice':
        for (const { when } of entry.values) this.truth(when, null);
        return;
      case 'item':
        this.item(entry);
        return;
      case 'limit':
        this.limit(entry);
        return;
      case 'value':
        if (this.typing.ofName(entry.name).kind === 'text' && entry.formula !== undefined)
          this.report('type.not_comparable', entry.formula.path, {
            values: { first: 'text', second: 'unknown' },
          });
        return;
      default:
        return;
    }
  }

  private list({ list, path, sort }: Entry): void {
    if (list === null || sort === 'fact' || sort === 'table') return;
    if (this.names.entries.get(list)?.sort !== 'list')
      this.report('name.not_a_list', [...path, 'each'], { values: { name: list } });
  }

  private item(entry: ItemEntry): void {
    const { list } = entry;
    this.truth(entry.when, list);
    for (const formula of [entry.formula, entry.min, entry.max]) this.money(formula, list);
    this.step(entry.roundTo);
    for (const pay of entry.pay) this.payment(pay, list);
    this.shares(entry);
  }

  private payment(pay: PaymentEntry, list: string | null): void {
    if (pay.kind === 'once') {
      this.dated(pay.at, list);
      this.unit(pay.share, list, NO_UNIT, 'type.share');
    } else {
      this.dated(pay.from, list);
      this.unit(pay.months, list, MONTH, 'type.months');
    }
  }

  /** Parts of a payment are its whole: 100%, or one monthly payment alone. */
  private shares({ pay, path }: ItemEntry): void {
    if (pay.length === 0) return;
    const complain = (): void => this.report('item.pay_shares', [...path, 'pay']);
    if (pay.some(({ kind }) => kind === 'monthly')) {
      if (pay.length > 1) complain();
      return;
    }
    let sum = Exact.zero;
    for (const part of pay) {
      if (part.kind !== 'once') return;
      if (part.share === undefined) {
        if (pay.length > 1) complain();
        return;
      }
      const share = constantOf(part.share.node);
      // What depends on the household is held against the whole when it is worked out.
      if (share === undefined) return;
      sum = sum.plus(share);
    }
    if (!sum.equals(Exact.one)) complain();
  }

  private limit(entry: LimitEntry): void {
    for (const name of entry.limit.of) {
      const item = this.names.entries.get(name);
      if (item?.sort === 'item') this.typing.used.add(name);
      else this.report('item.not_an_item', [...entry.path, 'of'], { values: { name } });
    }
    this.truth(entry.when, null);
    this.money(entry.min, null);
    this.money(entry.max, null);
  }

  private factLimits({ fact, path }: FactEntry): void {
    const { min, max } = this.names.factLimits.get(fact.name) ?? {};
    const wanted = this.typing.ofName(fact.name);
    for (const formula of [min, max]) {
      if (formula === undefined) continue;
      const type = this.typing.formula(formula, null);
      if (constantOf(formula.node) === undefined) this.report('type.not_constant', formula.path);
      else if (!sameKind(wanted, type))
        this.report('type.units_differ', formula.path, { values: pairOf(wanted, type) });
    }
    const [low, high] = [min, max].map((one) => one && constantOf(one.node));
    if (low !== undefined && high !== undefined && low.compare(high) > 0)
      this.report('item.cap_below_minimum', [...path, 'max'], { values: { name: fact.name } });
  }

  private truth(formula: Formula | undefined, list: string | null): void {
    const { kind } = this.typing.formula(formula, list);
    if (formula !== undefined && kind !== 'truth' && kind !== 'unknown')
      this.report('type.not_a_truth', formula.path, { span: formula.node });
  }

  private money(formula: Formula | undefined, list: string | null): void {
    this.unit(formula, list, MONEY, 'type.not_money');
  }

  private unit(
    formula: Formula | undefined,
    list: string | null,
    unit: Unit,
    code: ProblemCode,
  ): void {
    const type = this.typing.formula(formula, list);
    if (formula === undefined || type.kind === 'unknown') return;
    if (type.kind === 'number' && sameUnit(type.unit, unit)) return;
    this.report(code, formula.path, {
      span: formula.node,
      values: pairOf(type, { kind: 'number', unit }),
    });
  }

  private dated(formula: Formula | undefined, list: string | null): void {
    const type = this.typing.formula(formula, list);
    if (formula !== undefined && !isDated(type) && type.kind !== 'unknown')
      this.report('type.not_a_date', formula.path, { span: formula.node });
  }

  /** The step of a rounding: an amount of money above zero, written out. */
  private step(formula: Formula | undefined): void {
    if (formula === undefined) return;
    this.money(formula, null);
    if (formula.node.kind !== 'number') this.report('type.not_constant', formula.path);
    else if (formula.node.value.sign() <= 0) this.report('type.division_by_zero', formula.path);
  }
}

function sameKind(wanted: Type, type: Type): boolean {
  if (wanted.kind === 'number' && type.kind === 'number') return sameUnit(wanted.unit, type.unit);
  return wanted.kind === type.kind || (wanted.kind === 'moment' && type.kind === 'date');
}
