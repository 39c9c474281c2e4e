/** The statements of all choices as one table: an item a row, a choice a column. */
import type { ItemKind } from './scheme/document.ts';
import type { ChoiceStatement } from './statement.ts';

/** Fen; not due under this choice; or not to be worked out. */
export type SideAmount = number | 'not_due' | 'unknown';

export interface SideBySide {
  readonly items: readonly {
    readonly item: string;
    readonly kind: ItemKind | 'limit';
    /** By choice, in their order; deductions below zero. */
    readonly amounts: readonly SideAmount[];
  }[];
  readonly totals: readonly (number | null)[];
  /** Fen by month and choice. */
  readonly months: readonly { readonly month: string; readonly amounts: readonly number[] }[];
  /** Money whose month cannot be told, and what is missing to tell it. */
  readonly undated: readonly {
    readonly item: string;
    readonly missing: readonly string[];
    readonly amounts: readonly number[];
  }[];
  /** Money for which the scheme names no time of payment. */
  readonly unscheduled: readonly number[];
}

export function sideBySide(statements: readonly ChoiceStatement[]): SideBySide {
  const kinds = new Map(
    statements.flatMap(({ lines }) => lines.map(({ item, kind }) => [item, kind] as const)),
  );
  const months = [
    ...new Set(statements.flatMap(({ cash }) => cash.months.map(({ month }) => month))),
  ].sort();
  return {
    items: [...kinds].map(([item, kind]) => ({
      item,
      kind,
      amounts: statements.map((statement) => amountOf(statement, item)),
    })),
    totals: statements.map(({ total }) => total),
    months: months.map((month) => ({
      month,
      amounts: statements.map(
        ({ cash }) => cash.months.find((one) => one.month === month)?.amount ?? 0,
      ),
    })),
    undated: undatedOf(statements),
    unscheduled: statements.map(({ cash }) => cash.unscheduled),
  };
}

/** All lines of an item together; unknown where one of them is. */
function amountOf({ lines }: ChoiceStatement, item: string): SideAmount {
  const own = lines.filter((line) => line.item === item);
  if (own.length === 0) return 'not_due';
  let sum = 0;
  for (const { amount, kind } of own) {
    if (amount === undefined) return 'unknown';
    sum += kind === 'deduction' ? -amount : amount;
  }
  return sum;
}

function undatedOf(statements: readonly ChoiceStatement[]): SideBySide['undated'] {
  const all = statements.flatMap(({ cash }) => cash.undated);
  return [...Map.groupBy(all, ({ item }) => item)].map(([item, parts]) => ({
    item,
    missing: [...new Set(parts.flatMap(({ missing = [] }) => missing))],
    amounts: statements.map(({ cash }) =>
      cash.undated.filter((one) => one.item === item).reduce((sum, { amount }) => sum + amount, 0),
    ),
  }));
}
