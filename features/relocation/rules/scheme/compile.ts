/** A scheme ready to be calculated with: every name in its slot, every formula a function. */

import { Exact } from '../amounts/exact.ts';
import { evaluation, type Surroundings, sumOver } from '../language/evaluate.ts';
import { EVERYTHING } from '../language/interval.ts';
import type { Node } from '../language/syntax.ts';
import type { Evaluate, Frame, Level } from '../run/frame.ts';
import { type Draw, type Drawn, drawing, type LineRounding, within } from '../run/line.ts';
import { type Lookup, lookup, type Tier, tiersOf } from '../run/lookup.ts';
import { Absent, missing, type Result } from '../run/result.ts';
import { allBehind } from './dependencies.ts';
import type { Scheme } from './document.ts';
import {
  type Entry,
  type Formula,
  type ItemEntry,
  type LimitEntry,
  type Names,
  namesOf,
  type TableEntry,
} from './names.ts';
import { collector, hasErrors, type Problem, type Report } from './problem.ts';
import { testsOf } from './tests.ts';
import { checkTypes } from './type-checks.ts';
import { Typing } from './typing.ts';

/** How one item is worked out, and where its lines stand. */
export interface ItemPlan {
  readonly entry: ItemEntry;
  /** In the household, or in a row of the item's list. */
  readonly slot: number;
  readonly payments: readonly PaymentPlan[];
}

export type PaymentPlan =
  | { readonly kind: 'once'; readonly at: Evaluate; readonly share: Evaluate | undefined }
  | { readonly kind: 'monthly'; readonly from: Evaluate; readonly months: Evaluate };

export interface LimitPlan {
  readonly entry: LimitEntry;
  readonly slot: number;
  readonly when: Evaluate | undefined;
  readonly min: Evaluate | undefined;
  readonly max: Evaluate | undefined;
}

export interface Plan {
  readonly scheme: Scheme;
  readonly names: Names;
  readonly typing: Typing;
  readonly home: Level;
  readonly lists: ReadonlyMap<string, Level>;
  readonly items: readonly ItemPlan[];
  readonly limits: readonly LimitPlan[];
  readonly choices: readonly { readonly name: string; readonly when: Evaluate | undefined }[];
  /** The slot of a name in the household (`null`) or in the rows of a list. */
  slotOf(name: string, list: string | null): number | undefined;
  /** The tiers of a table for 分段. */
  tiersOf(table: string): readonly Tier[];
  /** A formula of the scheme, worked out where it stands. */
  evaluate(node: Node, list: string | null, owner: string): Evaluate;
}

export interface Compiled {
  /** Absent where an error stands in the way. */
  readonly plan: Plan | undefined;
  readonly names: Names;
  readonly typing: Typing;
  readonly problems: readonly Problem[];
}

/** Reads names, types and formulas. Problems that only a check looks for are not among these. */
export function compile(scheme: Scheme): Compiled {
  const { problems, report } = collector();
  const names = namesOf(scheme, report);
  const typing = new Typing(names, report);
  checkTypes(names, typing, report);
  const tables = lookupTests(names, typing, report);
  const plan = hasErrors(problems) ? undefined : new Compiling(names, typing, tables).plan();
  return { plan, names, typing, problems };
}

type Tests = ReadonlyMap<TableEntry, readonly (readonly ReturnType<typeof testsOf>[number][])[]>;

function lookupTests(names: Names, typing: Typing, report: Report): Tests {
  const found = new Map<TableEntry, ReturnType<typeof testsOf>[]>();
  for (const entry of names.entries.values())
    if (entry.sort === 'table')
      found.set(
        entry,
        entry.rows.map((row) => testsOf(entry, row, typing, report)),
      );
  return found;
}

class Compiling {
  private readonly names: Names;
  private readonly typing: Typing;
  private readonly tests: Tests;
  private readonly home: Level = { names: [], evaluate: [], byChoice: [] };
  private readonly lists = new Map<string, Level>();
  private readonly slots = new Map<string, number>();

  constructor(names: Names, typing: Typing, tests: Tests) {
    this.names = names;
    this.typing = typing;
    this.tests = tests;
  }

  plan(): Plan {
    const entries = [...this.names.entries.values()];
    for (const entry of entries)
      if (entry.sort === 'list')
        this.lists.set(entry.name, { names: [], evaluate: [], byChoice: [] });
    for (const entry of entries) this.addSlots(entry);
    for (const entry of entries) this.fillSlots(entry);
    const { names, typing, home, lists } = this;
    return {
      ...{ scheme: names.scheme, names, typing, home, lists },
      items: entries.filter((entry) => entry.sort === 'item').map((entry) => this.itemPlan(entry)),
      limits: entries
        .filter((entry) => entry.sort === 'limit')
        .map((entry) => this.limitPlan(entry)),
      choices: this.choices(),
      slotOf: (name, list) => this.slots.get(keyOf(name, list)),
      tiersOf: (table) => this.tierRows(table),
      evaluate: (node, list, owner) => evaluation(node, this.around(list, owner)),
    };
  }

  private choices(): Plan['choices'] {
    const entry = [...this.names.entries.values()].find(({ sort }) => sort === 'choice');
    if (entry?.sort !== 'choice') return [];
    return entry.values.map(({ name, when }) => ({ name, when: this.optional(when, null, name) }));
  }

  private addSlots(entry: Entry): void {
    if (entry.sort === 'list') return;
    const { choices } = this.names.scheme;
    const byChoice = choices !== undefined && allBehind(this.names, [entry.name]).has(choices.name);
    this.addSlot(entry.name, entry.list, byChoice);
    if (entry.sort === 'item' && entry.list !== null) this.addSlot(entry.name, null, byChoice);
  }

  private addSlot(name: string, list: string | null, byChoice: boolean): void {
    const level = this.level(list);
    this.slots.set(keyOf(name, list), level.names.length);
    level.names.push(name);
    level.byChoice.push(byChoice);
    level.evaluate.push(() => missing(name));
  }

  private level(list: string | null): Level {
    const level = list === null ? this.home : this.lists.get(list);
    if (level === undefined) throw new Error('no such list');
    return level;
  }

  private slot(name: string, list: string | null): number {
    const slot = this.slots.get(keyOf(name, list));
    if (slot === undefined) throw new Error(`no slot for ${name}`);
    return slot;
  }

  private fillSlots(entry: Entry): void {
    if (entry.sort === 'fact' || entry.sort === 'list' || entry.sort === 'choice') return;
    const { name, list } = entry;
    const slot = this.slot(name, list);
    this.level(list).evaluate[slot] = this.evaluateEntry(entry, slot);
    if (entry.sort === 'item' && list !== null)
      this.home.evaluate[this.slot(name, null)] = (frame) =>
        sumOver(frame.rowsOf(list), (row) => row.at(slot));
  }

  private evaluateEntry(
    entry: Exclude<Entry, { readonly sort: 'fact' | 'list' | 'choice' }>,
    slot: number,
  ): Evaluate {
    switch (entry.sort) {
      case 'value':
        return this.required(entry.formula, entry.list, entry.name);
      case 'table':
        return lookup(this.lookupOf(entry), slot);
      case 'item':
        return this.drawn(entry, slot);
      case 'limit':
        return limited(
          this.limitPlan(entry),
          entry.limit.of.map((name) => this.slot(name, null)),
        );
    }
  }

  private drawn(entry: ItemEntry, slot: number): Evaluate {
    const draw: Draw = drawing(entry, this.around(entry.list, entry.name), this.rounding(entry));
    return (frame) => {
      const drawn = draw(frame);
      frame.details[slot] = drawn;
      return resultOf(drawn);
    };
  }

  private rounding(entry: ItemEntry): LineRounding | undefined {
    const own = entry.item.round;
    const how = own?.how ?? this.names.scheme.round?.how;
    const step = (own === undefined ? this.names.roundTo : entry.roundTo)?.node;
    return how === undefined || step?.kind !== 'number' ? undefined : { to: step.value, how };
  }

  private lookupOf(entry: TableEntry): Lookup {
    const { name, list } = entry;
    const around = this.around(list, name);
    const tests = this.tests.get(entry) ?? [];
    return {
      name,
      by: entry.table.by.map((one) => around.name(one, list)),
      rows: entry.rows.map((row, at) => ({
        tests: tests[at] ?? [],
        value: this.required(row.value, list, name),
      })),
      otherwise: this.optional(entry.otherwise, list, name),
    };
  }

  private itemPlan(entry: ItemEntry): ItemPlan {
    const { list, name } = entry;
    return {
      entry,
      slot: this.slot(name, list),
      payments: entry.pay.map((pay) =>
        pay.kind === 'once'
          ? {
              kind: 'once',
              at: this.required(pay.at, list, name),
              share: this.optional(pay.share, list, name),
            }
          : {
              kind: 'monthly',
              from: this.required(pay.from, list, name),
              months: this.required(pay.months, list, name),
            },
      ),
    };
  }

  private limitPlan(entry: LimitEntry): LimitPlan {
    const { name } = entry;
    return {
      entry,
      slot: this.slot(name, null),
      when: this.optional(entry.when, null, name),
      min: this.optional(entry.min, null, name),
      max: this.optional(entry.max, null, name),
    };
  }

  private required(formula: Formula | undefined, list: string | null, owner: string): Evaluate {
    if (formula === undefined) throw new Error(`${owner} was compiled without a formula`);
    return evaluation(formula.node, this.around(list, owner));
  }

  private optional(
    formula: Formula | undefined,
    list: string | null,
    owner: string,
  ): Evaluate | undefined {
    return formula === undefined ? undefined : this.required(formula, list, owner);
  }

  private around(list: string | null, owner: string): Surroundings {
    return {
      owner,
      list,
      typeOf: (node) => this.typing.typeOf(node),
      name: (name, from) => this.named(name, from),
      tiers: (table, from) => this.tiers(table, from),
    };
  }

  private named(name: string, from: string | null): Evaluate {
    const entry = this.names.entries.get(name);
    const isRow = entry?.list !== null && entry?.list === from;
    const slot = this.slot(name, isRow ? from : null);
    return isRow || from === null ? (frame) => frame.at(slot) : (frame) => frame.home.at(slot);
  }

  private tiers(table: string, from: string | null): Evaluate {
    const [by = ''] = this.tableNamed(table).table.by;
    return tiersOf(table, this.named(by, from), this.tierRows(table));
  }

  private tableNamed(table: string): TableEntry {
    const entry = this.names.entries.get(table);
    if (entry?.sort !== 'table') throw new Error('tiers were typed without a table');
    return entry;
  }

  /** From the lowest up, whatever their order in the document. */
  private tierRows(table: string): readonly Tier[] {
    const entry = this.tableNamed(table);
    const rows = entry.rows.flatMap((row, at): readonly Tier[] => {
      const [test] = this.tests.get(entry)?.[at] ?? [];
      const intervals = test?.kind === 'intervals' ? test.intervals : [EVERYTHING];
      const value = this.required(row.value, entry.list, table);
      return intervals.map(({ low, high }) => ({ low: positive(low?.at), high: high?.at, value }));
    });
    return rows.toSorted((a, b) => a.low.compare(b.low));
  }
}

const FEN = Exact.ofFen(1);

function positive(at: Exact | undefined): Exact {
  return at === undefined || at.sign() < 0 ? Exact.zero : at;
}

function keyOf(name: string, list: string | null): string {
  return `${list ?? ''}/${name}`;
}

function resultOf(drawn: Drawn): Result {
  switch (drawn.state) {
    case 'due':
      return Exact.ofFen(drawn.amount);
    case 'not_due':
      return Exact.zero;
    case 'absent':
      return drawn.why;
  }
}

/** What the limit adds to its items together, or takes from them. */
function limited({ entry, when, min, max, slot }: LimitPlan, items: readonly number[]): Evaluate {
  return (frame: Frame) => {
    const holds = when === undefined ? true : when(frame);
    if (holds instanceof Absent) return holds;
    if (holds === false) return Exact.zero;
    let sum = Exact.zero;
    for (const item of items) {
      const amount = frame.at(item);
      if (amount instanceof Absent) return amount;
      sum = sum.plus(amount as Exact);
    }
    const held = within(sum, entry.name, min?.(frame), max?.(frame));
    if (held instanceof Absent) return held;
    frame.details[slot] = held.bounded;
    return held.amount.minus(sum).roundedTo(FEN, 'half_up');
  };
}
