/**
 * What a scheme gives one household, line by line: the same on a server, in a
 * browser, on the command line and in the file a household keeps.
 */

import type { Exact } from './amounts/exact.ts';
import type { ReadFacts } from './facts/read-facts.ts';
import { type FactProblem, FactReaders, type Facts } from './facts/read-facts.ts';
import { MONEY } from './language/units.ts';
import { type Cash, CashPlan } from './run/cash.ts';
import { Frame } from './run/frame.ts';
import type { Bounded, Drawn } from './run/line.ts';
import { type Measure, measured, type Parts, partsOfLine } from './run/measure.ts';
import { Absent, absentAmong, type Fault, fault } from './run/result.ts';
import type { ItemPlan, LimitPlan, Plan } from './scheme/compile.ts';
import type { ItemKind, RawFacts } from './scheme/document.ts';

/** One line: an item, in a row of a list where it is for each; or what a limit adds or takes. */
export interface Line extends Parts {
  readonly item: string;
  readonly kind: ItemKind | 'limit';
  /** Place in the item's list, from 1. */
  readonly row?: number;
  readonly cite?: string;
  /** Fen; absent where it could not be worked out. A deduction is above zero and taken off. */
  readonly amount?: number;
  /** Held by a minimum or maximum: what it came to before. */
  readonly held?: { readonly by: 'min' | 'max'; readonly before: Measure };
  readonly missing?: readonly string[];
  readonly faults?: readonly Fault[];
}

export interface ChoiceStatement {
  /** Absent where the scheme has nothing to choose between. */
  readonly choice?: string;
  /** Whether this household may choose it; null where that could not be decided. */
  readonly offered: boolean | null;
  readonly lines: readonly Line[];
  /** Items whose condition does not hold. */
  readonly notDue: readonly string[];
  /** Fen; null where a line is missing: a total that leaves something out is none. */
  readonly total: number | null;
  /** Fen of the lines that could be worked out. */
  readonly sums: Readonly<Partial<Record<Line['kind'], number>>>;
  readonly cash: Cash;
  readonly missing: readonly string[];
  readonly faults: readonly Fault[];
}

export interface Statement {
  readonly scheme: { readonly format: string; readonly id: string; readonly version: string };
  readonly choices: readonly ChoiceStatement[];
  /** Facts that were refused; they count as missing. */
  readonly problems: readonly FactProblem[];
}

/** A household's frame under one choice: for explanations of how lines came about. */
export interface Worked {
  readonly statement: ChoiceStatement;
  readonly frame: Frame;
}

export class Calculator {
  readonly plan: Plan;
  private readonly readers: FactReaders;

  /** @param plan of a scheme without errors */
  constructor(plan: Plan) {
    this.plan = plan;
    this.readers = new FactReaders(plan);
  }

  /** @param asOf the day for facts that are the day of calculation; the clock is never asked */
  readFacts(raw: RawFacts, asOf?: string): ReadFacts {
    return this.readers.read(asOf === undefined ? raw : this.withDay(raw, asOf));
  }

  private withDay(raw: RawFacts, asOf: string): RawFacts {
    const days: Record<string, string> = {};
    for (const { sort, name, ...entry } of this.plan.names.entries.values())
      if (sort === 'fact' && 'fact' in entry && entry.fact.source === 'as_of') days[name] = asOf;
    return { ...days, ...raw };
  }

  /** @param choices all of the scheme's unless told */
  statement(
    raw: RawFacts,
    options: { readonly choices?: readonly string[]; readonly asOf?: string } = {},
  ): Statement {
    const { facts, problems } = this.readFacts(raw, options.asOf);
    const { format, id, version } = this.plan.scheme;
    const worked = this.work(facts, options.choices);
    return {
      scheme: { format, id, version },
      choices: worked.map((one) => one.statement),
      problems,
    };
  }

  work(facts: Facts, wanted?: readonly string[]): readonly Worked[] {
    const { plan } = this;
    const base = frameOf(plan, facts, undefined, undefined);
    if (plan.choices.length === 0)
      return [{ statement: worked(plan, base, undefined, true), frame: base }];
    return plan.choices
      .filter(({ name }) => wanted === undefined || wanted.includes(name))
      .map(({ name, when }) => {
        const frame = frameOf(plan, facts, base, name);
        const offered = when === undefined ? true : when(frame);
        return {
          statement: worked(plan, frame, name, offered instanceof Absent ? null : offered === true),
          frame,
        };
      });
  }
}

function frameOf(
  plan: Plan,
  facts: Facts,
  base: Frame | undefined,
  choice: string | undefined,
): Frame {
  const home = new Frame(plan.home, { base });
  for (const [name, value] of facts.home) {
    const slot = plan.slotOf(name, null);
    if (slot !== undefined) home.set(slot, value);
  }
  const chosen = plan.scheme.choices;
  if (chosen !== undefined && choice !== undefined)
    home.set(plan.slotOf(chosen.name, null) ?? 0, choice);
  for (const [list, level] of plan.lists) {
    const rows = facts.lists.get(list);
    if (rows === undefined) continue;
    const bases = base?.rowsOf(list);
    const made = rows.map((row, at) => {
      const below = bases instanceof Absent ? undefined : bases?.[at];
      const frame = new Frame(level, { home, base: below });
      for (const [name, value] of row) {
        const slot = plan.slotOf(name, list);
        if (slot !== undefined) frame.set(slot, value);
      }
      return frame;
    });
    home.setRows(list, made);
  }
  return home;
}

/** While it is being made; a hundred thousand households have four million lines. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Collects the lines of one choice. */
class Drawing {
  readonly lines: Line[] = [];
  readonly notDue: string[] = [];
  readonly cash = new CashPlan();
  private readonly absent: Absent[] = [];
  private readonly sums: Partial<Record<Line['kind'], number>> = {};
  private total = 0;

  item({ entry, slot, payments }: ItemPlan, frame: Frame): void {
    const { list, name } = entry;
    if (list === null) {
      this.line(entry, frame.at(slot), { frame, slot, payments });
      return;
    }
    const rows = frame.rowsOf(list);
    if (rows instanceof Absent) {
      this.line(entry, rows, { frame, slot, payments });
      return;
    }
    const before = this.lines.length;
    for (const [at, row] of rows.entries())
      this.line(entry, row.at(slot), { frame: row, slot, payments, row: at + 1 });
    if (this.lines.length === before && !this.notDue.includes(name)) this.notDue.push(name);
  }

  private line(
    entry: ItemPlan['entry'],
    result: unknown,
    at: {
      readonly frame: Frame;
      readonly slot: number;
      readonly payments: ItemPlan['payments'];
      readonly row?: number;
    },
  ): void {
    const { name, item } = entry;
    const head: Mutable<Line> = { item: name, kind: item.kind };
    if (at.row !== undefined) head.row = at.row;
    if (item.cite !== undefined) head.cite = item.cite;
    if (result instanceof Absent) {
      this.addAbsent(head, result);
      return;
    }
    const drawn = at.frame.details[at.slot] as Drawn;
    if (drawn.state !== 'due') {
      if (at.row === undefined) this.notDue.push(name);
      return;
    }
    const signed = item.kind === 'deduction' ? -drawn.amount : drawn.amount;
    if (!this.count(item.kind, drawn.amount, signed)) {
      this.addAbsent(head, beyond(name));
      return;
    }
    const line: Mutable<Line> = head;
    if (drawn.factors !== undefined) partsOfLine(drawn.factors, line);
    line.amount = drawn.amount;
    if (drawn.bounded !== undefined) line.held = held(drawn.bounded);
    this.lines.push(line);
    this.cash.add(name, signed, at.payments, at.frame);
  }

  limit({ entry, slot }: LimitPlan, frame: Frame): void {
    const { name, limit } = entry;
    const result = frame.at(slot);
    const head = {
      item: name,
      kind: 'limit' as const,
      ...(limit.cite !== undefined && { cite: limit.cite }),
    };
    if (result instanceof Absent) {
      this.addAbsent(head, result);
      return;
    }
    const bounded = frame.details[slot] as Bounded | undefined;
    const amount = (result as Exact).toFen() ?? 0;
    if (amount === 0 || bounded === undefined) return;
    if (!this.count('limit', amount, amount)) {
      this.addAbsent(head, beyond(name));
      return;
    }
    this.lines.push({ ...head, amount, held: held(bounded) });
    this.cash.add(name, amount, [], frame);
  }

  private addAbsent(head: Pick<Line, 'item' | 'kind' | 'row' | 'cite'>, why: Absent): void {
    this.absent.push(why);
    const { missing, faults } = why;
    this.lines.push({
      ...head,
      ...(missing.length > 0 && { missing }),
      ...(faults.length > 0 && { faults }),
    });
  }

  /** False where the sum would leave the range in which whole numbers are exact. */
  private count(kind: Line['kind'], amount: number, signed: number): boolean {
    const [sum, total] = [(this.sums[kind] ?? 0) + amount, this.total + signed];
    if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(total)) return false;
    this.sums[kind] = sum;
    this.total = total;
    return true;
  }

  statement(choice: string | undefined, offered: boolean | null): ChoiceStatement {
    const why = absentAmong(this.absent);
    return {
      ...(choice !== undefined && { choice }),
      offered,
      lines: this.lines,
      notDue: this.notDue,
      total: why === undefined ? this.total : null,
      sums: this.sums,
      cash: this.cash.cash(),
      missing: why?.missing ?? [],
      faults: why?.faults ?? [],
    };
  }
}

function worked(
  plan: Plan,
  frame: Frame,
  choice: string | undefined,
  offered: boolean | null,
): ChoiceStatement {
  const drawing = new Drawing();
  for (const item of plan.items) drawing.item(item, frame);
  for (const limit of plan.limits) drawing.limit(limit, frame);
  return drawing.statement(choice, offered);
}

function held({ by, before }: Bounded): NonNullable<Line['held']> {
  return { by, before: measured(before, MONEY) };
}

function beyond(name: string): Absent {
  return fault('fault.too_large', name);
}
