/**
 * Whom a change of the rules helps and whom it hurts, before it is published:
 * two schemes over the same households, choice by choice. A household that one
 * of the two cannot work out, or for which a choice is not open, is counted
 * apart and never as unchanged.
 */
import { fen, yuanText } from '#kernel/quantity/index.ts';
import type { Plan } from '../scheme/compile.ts';
import type { RawFacts } from '../scheme/document.ts';
import { Calculator, type ChoiceStatement } from '../statement.ts';
import { bigMoney, itemAmounts, Sums } from './sums.ts';

/** Names of choices both schemes have; one unnamed where neither has any. */
export function commonChoices(before: Plan, after: Plan): readonly (string | undefined)[] {
  const [old, fresh] = [before, after].map((plan) => plan.choices.map(({ name }) => name));
  if (old?.length === 0 && fresh?.length === 0) return [undefined];
  return (old ?? []).filter((name) => fresh?.includes(name));
}

export interface Compared {
  readonly choice: string | null;
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  /** Not open, or not to be worked out, under one of the two. */
  readonly unknown: number;
  /** Yuan, of households that can be compared. */
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** Yuan; absent where nothing could be compared. */
  readonly spread: Readonly<
    Record<'least' | 'tenth' | 'half' | 'ninetieth' | 'most', string>
  > | null;
  readonly items: readonly {
    readonly item: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
  }[];
}

/** Sums of one choice while households come in. */
export class Tally {
  readonly changes: number[] = [];
  readonly old = new Sums();
  readonly new = new Sums();
  unknown = 0;
  before = 0n;
  after = 0n;

  add(before: ChoiceStatement, after: ChoiceStatement): number | null {
    const [old, fresh] = [before, after].map(({ offered, total }) =>
      offered === true ? total : null,
    );
    if (old === null || old === undefined || fresh === null || fresh === undefined) {
      this.unknown += 1;
      return null;
    }
    this.changes.push(fresh - old);
    this.before += BigInt(old);
    this.after += BigInt(fresh);
    for (const [item, amount] of itemAmounts(before)) this.old.add(item, amount);
    for (const [item, amount] of itemAmounts(after)) this.new.add(item, amount);
    return fresh - old;
  }
}

/** One of the two schemes. */
export interface Side {
  readonly calculator: Calculator;
  /** Of the facts, those it knows. */
  own(raw: RawFacts): RawFacts;
}

export function sideOf(plan: Plan): Side {
  const known = new Set(
    [...plan.names.entries.values()]
      .filter(({ sort }) => sort === 'fact' || sort === 'list')
      .map(({ name }) => name),
  );
  const own = (raw: RawFacts): RawFacts =>
    Object.fromEntries(
      Object.entries(raw)
        .filter(([name]) => known.has(name))
        .map(([name, value]) => [
          name,
          Array.isArray(value) ? value.map((row) => only(row, known)) : value,
        ]),
    );
  return { calculator: new Calculator(plan), own };
}

function only<Cell>(
  row: Readonly<Record<string, Cell>>,
  known: ReadonlySet<string>,
): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name)));
}

export function comparedOf(tally: Tally, choice: string | null): Compared {
  const { changes, unknown, before, after } = tally;
  const count = (holds: (change: number) => boolean): number => changes.filter(holds).length;
  return {
    choice,
    gain: count((change) => change > 0),
    lose: count((change) => change < 0),
    same: count((change) => change === 0),
    unknown,
    before: bigMoney(before),
    after: bigMoney(after),
    difference: bigMoney(after - before),
    spread: spreadOf(changes),
    items: itemsOf(tally),
  };
}

/** Amounts that stand in the list of changes, never means of two. */
function spreadOf(changes: readonly number[]): Compared['spread'] {
  if (changes.length === 0) return null;
  const sorted = [...changes].sort((a, b) => a - b);
  const at = (tenths: number): string =>
    yuanText(fen(sorted[Math.floor(((sorted.length - 1) * tenths) / 10)] ?? 0));
  return { least: at(0), tenth: at(1), half: at(5), ninetieth: at(9), most: at(10) };
}

function itemsOf({ old, new: fresh }: Tally): Compared['items'] {
  const [before, after] = [new Map(old.entries()), new Map(fresh.entries())];
  return [...new Set([...before.keys(), ...after.keys()])].map((item) => {
    const [one, other] = [before, after].map((side) => side.get(item)?.amount ?? 0n);
    const [left, right] = [one ?? 0n, other ?? 0n];
    return {
      item,
      before: bigMoney(left),
      after: bigMoney(right),
      difference: bigMoney(right - left),
    };
  });
}
