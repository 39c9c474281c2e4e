/**
 * What every formula comes to, and by which unit, before any household is
 * known. Follows names as deep as they go, so a circle shows here too.
 */
import type { ArithmeticNode, CallNode, CompareNode, Node } from '../language/syntax.ts';
import {
  DATE,
  isDated,
  MOMENT,
  numberIn,
  TEXT,
  TRUTH,
  type Type,
  UNKNOWN,
} from '../language/types.ts';
import {
  DAY,
  MONEY,
  MONTH,
  NO_UNIT,
  sameUnit,
  timesUnit,
  type Unit,
  unitText,
} from '../language/units.ts';
import words from '../words.json' with { type: 'json' };
import type { SingleFact } from './document.ts';
import type { Entry, Formula, Names, Path, TableEntry } from './names.ts';
import type { ProblemCode, Report } from './problem.ts';

/** Where a formula stands: its place in the document, and the list whose rows it sees. */
export interface Place {
  readonly path: Path;
  readonly list: string | null;
}

export class Typing {
  readonly names: Names;
  private readonly report: Report;
  private readonly types = new Map<Node, Type>();
  private readonly known = new Map<string, Type>();
  private readonly open: string[] = [];
  /** Every name that some formula asks for. */
  readonly used = new Set<string>();
  /** Tables that some formula goes through tier by tier. */
  readonly tiers = new Set<string>();

  constructor(names: Names, report: Report) {
    this.names = names;
    this.report = report;
  }

  /** The type found for a node of a formula that was typed. */
  typeOf(node: Node): Type {
    return this.types.get(node) ?? UNKNOWN;
  }

  /** Types a formula; an absent one, which was reported already, is unknown. */
  formula(formula: Formula | undefined, list: string | null): Type {
    return formula === undefined ? UNKNOWN : this.infer(formula.node, { path: formula.path, list });
  }

  /** What a name is at its own place. */
  ofName(name: string): Type {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const entry = this.names.entries.get(name);
    if (entry === undefined) return UNKNOWN;
    if (this.open.includes(name)) {
      const circle = [...this.open.slice(this.open.indexOf(name)), name];
      this.report('name.circular', entry.path, { values: { circle: circle.join(' → ') } });
      return UNKNOWN;
    }
    this.open.push(name);
    const type = this.ofEntry(entry);
    this.open.pop();
    this.known.set(name, type);
    return type;
  }

  private ofEntry(entry: Entry): Type {
    switch (entry.sort) {
      case 'fact':
        return this.ofFact(entry.fact, entry.path);
      case 'list':
        return { kind: 'list' };
      case 'choice':
        return { kind: 'choice', values: entry.values.map(({ name }) => name) };
      case 'value':
        return this.formula(entry.formula, entry.list);
      case 'table':
        return this.ofTable(entry);
      case 'item':
        // Its own formulas are typed for themselves; here they are followed for circles.
        for (const one of [entry.formula, entry.when, entry.min, entry.max])
          this.formula(one, entry.list);
        return numberIn(MONEY);
      case 'limit':
        for (const name of entry.limit.of) this.ofName(name);
        for (const one of [entry.when, entry.min, entry.max]) this.formula(one, null);
        return numberIn(MONEY);
    }
  }

  private ofFact(fact: SingleFact, path: Path): Type {
    switch (fact.type) {
      case 'number':
        return numberIn(this.writtenUnit(fact.unit, [...path, 'unit']));
      case 'choice':
        return { kind: 'choice', values: fact.values.map(({ name }) => name) };
      case 'yes_no':
        return TRUTH;
      case 'date':
        return DATE;
      case 'moment':
        return MOMENT;
    }
  }

  /** A unit written alone, as that of a fact: `元/㎡`. */
  writtenUnit(unit: string | undefined, path: Path): Unit {
    if (unit === undefined) return NO_UNIT;
    const read = this.names.read(`1 ${unit}`, path)?.node;
    if (read?.kind === 'number') return read.unit;
    if (read !== undefined) this.report('unit.unknown', path, { values: { unit } });
    return NO_UNIT;
  }

  private ofTable(entry: TableEntry): Type {
    for (const by of entry.table.by) {
      this.used.add(by);
      if (!this.names.entries.has(by))
        this.report('name.undefined', [...entry.path, 'by'], { values: { name: by } });
      else this.ofName(by);
    }
    let first: Type | undefined;
    for (const formula of [...entry.rows.map((row) => row.value), entry.otherwise]) {
      if (formula === undefined) continue;
      const type = this.formula(formula, entry.list);
      if (type.kind === 'unknown') continue;
      first ??= type;
      if (!this.fits(first, type))
        this.report('type.branches', formula.path, { values: pairOf(first, type) });
    }
    return first ?? UNKNOWN;
  }

  infer(node: Node, place: Place): Type {
    const type = this.inferred(node, place);
    this.types.set(node, type);
    return type;
  }

  private inferred(node: Node, place: Place): Type {
    switch (node.kind) {
      case 'number':
        return numberIn(node.unit);
      case 'text':
        return TEXT;
      case 'date':
        return DATE;
      case 'moment':
        return MOMENT;
      case 'truth':
        return TRUTH;
      case 'name':
        return this.named(node.name, node, place);
      case 'negative':
        return this.number(node.of, place);
      case 'not':
        return this.truth(node.of, place);
      case 'and':
      case 'or':
        this.truth(node.left, place);
        return this.truth(node.right, place);
      case 'compare':
        return this.compare(node, place);
      case 'among':
        for (const value of node.values) this.comparable(node.of, value, node, place);
        return TRUTH;
      case 'if':
        return this.branches(node, place);
      case 'arithmetic':
        return this.arithmetic(node, place);
      case 'call':
        return this.call(node, place);
    }
  }

  private complain(
    code: ProblemCode,
    node: Node,
    place: Place,
    values: Readonly<Record<string, string>> = {},
  ): Type {
    this.report(code, place.path, { span: node, values });
    return UNKNOWN;
  }

  private named(name: string, node: Node, place: Place): Type {
    const entry = this.names.entries.get(name);
    if (entry === undefined) return this.complain('name.undefined', node, place, { name });
    this.used.add(name);
    if (entry.sort === 'list') return this.complain('name.is_list', node, place, { name });
    const isSum = entry.sort === 'item' && place.list === null;
    if (entry.list !== null && entry.list !== place.list && !isSum)
      return this.complain('name.out_of_list', node, place, { name, list: entry.list });
    return this.ofName(name);
  }

  private number(node: Node, place: Place): Type {
    const type = this.infer(node, place);
    if (type.kind === 'number' || type.kind === 'unknown') return type;
    return this.complain('type.not_a_number', node, place);
  }

  private truth(node: Node, place: Place): Type {
    const type = this.infer(node, place);
    if (type.kind !== 'truth' && type.kind !== 'unknown')
      this.complain('type.not_a_truth', node, place);
    return TRUTH;
  }

  private compare(node: CompareNode, place: Place): Type {
    this.comparable(node.left, node.right, node, place);
    return TRUTH;
  }

  private comparable(first: Node, second: Node, whole: Node, place: Place): void {
    const [left, right] = [this.infer(first, place), this.infer(second, place)];
    if (left.kind === 'unknown' || right.kind === 'unknown') return;
    const isOrdered = whole.kind === 'compare' && whole.sign !== '=' && whole.sign !== '!=';
    if (left.kind === 'number' && right.kind === 'number') {
      if (!sameUnit(left.unit, right.unit))
        this.complain('type.units_differ', whole, place, pairOf(left, right));
      return;
    }
    if (isDated(left) && isDated(right)) return;
    if (!isOrdered && this.comparableTexts(first, second, place)) return;
    if (!isOrdered && left.kind === 'truth' && right.kind === 'truth') return;
    this.complain('type.not_comparable', whole, place, pairOf(left, right));
  }

  private comparableTexts(first: Node, second: Node, place: Place): boolean {
    const [left, right] = [this.typeOf(first), this.typeOf(second)];
    if (left.kind === 'choice' && right.kind === 'choice') return true;
    const [choice, text] = left.kind === 'choice' ? [left, second] : [right, first];
    if (choice.kind !== 'choice' || text.kind !== 'text') return false;
    if (!choice.values.includes(text.value))
      this.complain('name.value_unknown', text, place, {
        value: text.value,
        known: choice.values.join(words.listed),
      });
    return true;
  }

  private branches(node: Node & { readonly kind: 'if' }, place: Place): Type {
    this.truth(node.condition, place);
    const [then, otherwise] = [this.infer(node.then, place), this.infer(node.otherwise, place)];
    if (this.fits(then, otherwise)) return then.kind === 'unknown' ? otherwise : then;
    return this.complain('type.branches', node, place, pairOf(then, otherwise));
  }

  private fits(first: Type, second: Type): boolean {
    if (first.kind === 'unknown' || second.kind === 'unknown') return true;
    if (first.kind === 'number' && second.kind === 'number')
      return sameUnit(first.unit, second.unit);
    return first.kind === second.kind;
  }

  private arithmetic(node: ArithmeticNode, place: Place): Type {
    const left = this.infer(node.left, place);
    if (isDated(left)) return this.datedArithmetic(node, left, place);
    const [first, second] = [this.number(node.left, place), this.number(node.right, place)];
    if (first.kind !== 'number' || second.kind !== 'number') return UNKNOWN;
    if (node.sign === '*') return numberIn(timesUnit(first.unit, second.unit));
    if (node.sign === '/') {
      if (node.right.kind === 'number' && node.right.value.sign() === 0)
        return this.complain('type.division_by_zero', node, place);
      return numberIn(timesUnit(first.unit, second.unit, -1));
    }
    if (sameUnit(first.unit, second.unit)) return first;
    return this.complain('type.units_differ', node, place, pairOf(first, second));
  }

  /** A date and days or months give a date; two dates give days. */
  private datedArithmetic(node: ArithmeticNode, left: Type, place: Place): Type {
    const right = this.infer(node.right, place);
    if (right.kind === 'unknown') return UNKNOWN;
    if (node.sign === '-' && isDated(right)) return numberIn(DAY);
    const isTime =
      right.kind === 'number' && (sameUnit(right.unit, DAY) || sameUnit(right.unit, MONTH));
    if ((node.sign === '+' || node.sign === '-') && isTime) return left;
    return this.complain('type.date_unit', node, place, { unit: typeText(right) });
  }

  private call(node: CallNode, place: Place): Type {
    switch (node.call) {
      case 'min':
      case 'max':
        return this.extreme(node, place);
      case 'round':
      case 'round_up':
      case 'round_down':
        return this.rounded(node, place);
      case 'full_months':
      case 'begun_months':
        return this.months(node, place);
      case 'count':
      case 'sum':
        return this.overList(node, place);
      case 'tiers':
        return this.tiersOf(node, place);
    }
  }

  private wrongArguments(node: CallNode, place: Place): Type {
    return this.complain('type.arguments', node, place, { name: node.written });
  }

  private extreme(node: CallNode, place: Place): Type {
    const types = node.arguments.map((one) => this.infer(one, place));
    const [first = UNKNOWN] = types;
    if (types.length < 2) return this.wrongArguments(node, place);
    const other = types.find((type) => !this.fits(first, type));
    if (other !== undefined)
      return this.complain('type.units_differ', node, place, pairOf(first, other));
    if (first.kind === 'number' || first.kind === 'unknown' || isDated(first)) return first;
    return this.complain('type.not_a_number', node, place);
  }

  /** 四舍五入（数，步长） */
  private rounded(node: CallNode, place: Place): Type {
    const [value, step] = node.arguments;
    if (value === undefined || step === undefined || node.arguments.length !== 2)
      return this.wrongArguments(node, place);
    const [type, by] = [this.number(value, place), this.number(step, place)];
    if (!this.fits(type, by))
      return this.complain('type.units_differ', node, place, pairOf(type, by));
    if (step.kind !== 'number') return this.complain('type.not_constant', step, place);
    return step.value.sign() > 0 ? type : this.complain('type.division_by_zero', step, place);
  }

  private months(node: CallNode, place: Place): Type {
    const types = node.arguments.map((one) => this.infer(one, place));
    if (types.length !== 2) return this.wrongArguments(node, place);
    const wrong = types.findIndex((type) => !isDated(type) && type.kind !== 'unknown');
    const argument = node.arguments[wrong];
    if (argument !== undefined) this.complain('type.not_a_date', argument, place);
    return numberIn(MONTH);
  }

  /** 合计（清单，每行的公式） and 个数（清单）. */
  private overList(node: CallNode, place: Place): Type {
    const [list, each] = node.arguments;
    const wanted = node.call === 'sum' ? 2 : 1;
    if (list?.kind !== 'name' || node.arguments.length !== wanted)
      return this.wrongArguments(node, place);
    const entry = this.names.entries.get(list.name);
    if (entry === undefined)
      return this.complain('name.undefined', list, place, { name: list.name });
    if (entry.sort !== 'list')
      return this.complain('name.not_a_list', list, place, { name: list.name });
    this.used.add(list.name);
    if (each === undefined) return numberIn(NO_UNIT);
    return this.number(each, { ...place, list: list.name });
  }

  /** 分段（表）: each part of what the table is by, at the value of its own row. */
  private tiersOf(node: CallNode, place: Place): Type {
    const [table] = node.arguments;
    if (table?.kind !== 'name' || node.arguments.length !== 1)
      return this.wrongArguments(node, place);
    const entry = this.names.entries.get(table.name);
    const rate = this.infer(table, place);
    if (entry === undefined || rate.kind === 'unknown') return UNKNOWN;
    const [by] = entry.sort === 'table' ? entry.table.by : [];
    const quantity = by === undefined ? UNKNOWN : this.ofName(by);
    this.tiers.add(table.name);
    if (
      entry.sort !== 'table' ||
      entry.table.by.length !== 1 ||
      entry.otherwise !== undefined ||
      quantity.kind !== 'number' ||
      rate.kind !== 'number'
    )
      return this.complain('table.not_tiers', node, place, { name: table.name });
    return numberIn(timesUnit(quantity.unit, rate.unit));
  }
}

export function pairOf(first: Type, second: Type): Readonly<Record<string, string>> {
  return { first: typeText(first), second: typeText(second) };
}

/** A unit, or the kind of thing as a word that both languages know. */
function typeText(type: Type): string {
  if (type.kind !== 'number') return type.kind;
  return type.unit.length === 0 ? '1' : unitText(type.unit);
}
