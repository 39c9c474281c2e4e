/** Amounts of many households, summed as they come. */
import type { ChoiceStatement } from '../statement.ts';

export class Sums {
  private readonly amounts = new Map<string, { households: number; amount: bigint }>();

  add(name: string, amount: number): void {
    const known = this.amounts.get(name) ?? { households: 0, amount: 0n };
    this.amounts.set(name, {
      households: known.households + 1,
      amount: known.amount + BigInt(amount),
    });
  }

  /** Of a city's households together even whole fen could leave the safe range, so sums are big. */
  entries(): readonly (readonly [
    string,
    { readonly households: number; readonly amount: bigint },
  ])[] {
    return [...this.amounts];
  }
}

/** Fen of any size as yuan with both decimals. */
export function bigMoney(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Amounts of a statement by item; all rows of an item together, deductions below zero. */
export function itemAmounts({ lines }: ChoiceStatement): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { item, amount, kind } of lines)
    if (amount !== undefined)
      amounts.set(item, (amounts.get(item) ?? 0) + (kind === 'deduction' ? -amount : amount));
  return amounts;
}
