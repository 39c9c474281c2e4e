/**
 * Money is an integer number of fen, as a safe integer and not a bigint: the
 * largest is 90,071,992,547,409.91 yuan, some seventy times the largest yearly
 * budget of a Chinese province, it goes through JSON and both database drivers
 * unchanged, and leaving the safe range is a fault instead of a silent loss.
 */
import { done, type Outcome, refused } from '../outcome.ts';

declare const brand: unique symbol;
type Fen = number & { readonly [brand]: 'fen' };

/** Takes a whole number of fen; anything else is a fault (RangeError). */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money is a whole number of fen');
  return amount as Fen;
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, one) => fen(sum + one), fen(0));
}

const UNITS = { yuan: 2, ten_thousand_yuan: 6 } as const;

/**
 * Reads a decimal amount, thousands' commas allowed: "2.3" ten thousand yuan is 2,300,000 fen.
 * Refuses what is no number, is finer than a fen, or is too large.
 */
export function readMoney(text: string, unit: keyof typeof UNITS = 'yuan'): Outcome<Fen> {
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return refused({ code: 'input.invalid' });
  const [, sign = '', whole = '', fraction = ''] = match;
  const places = UNITS[unit];
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > places) return refused({ code: 'input.invalid' });
  const amount = Number(`${sign}${whole.replaceAll(',', '')}${digits.padEnd(places, '0')}`);
  return Number.isSafeInteger(amount) ? done(fen(amount)) : refused({ code: 'input.invalid' });
}

/** Yuan with two decimals, without grouping: `-0.05`, `1234.50`. */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
