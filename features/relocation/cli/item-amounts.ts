import type { ChoiceStatement } from '../rules/statement.ts';

/** Amounts of a statement by item; all rows of an item together, deductions below zero. */
export function itemAmounts({ lines }: ChoiceStatement): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { item, amount, kind } of lines)
    if (amount !== undefined)
      amounts.set(item, (amounts.get(item) ?? 0) + (kind === 'deduction' ? -amount : amount));
  return amounts;
}
