/** Numbers, units and dates as people read them. */
import { fen, yuanText } from '#kernel/quantity/index.ts';
import { Exact } from '../amounts/exact.ts';
import { MONEY, sameUnit, type Unit, unitText, unitTextIn } from '../language/units.ts';
import type { Line } from '../statement.ts';
import words from '../words.json' with { type: 'json' };
import type { Voice } from './say.ts';

const HUNDRED = Exact.ofWhole(100);

/** Thousands parted by commas: `709,464.00`. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const parted = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/** Fen as yuan with both decimals. */
export function moneyText(amount: number): string {
  return grouped(yuanText(fen(amount)));
}

/** The amount of a line as a statement shows it: what the household pays is below zero. */
export function amountShown({ amount, kind }: Pick<Line, 'amount' | 'kind'>): string {
  if (amount === undefined) return words.nothing;
  return moneyText(kind === 'deduction' ? -amount : amount);
}

export interface WritingUnits {
  /** English names of units. */
  readonly english: ReadonlyMap<string, string>;
}

export function unitIn(unit: Unit, voice: Voice, { english }: WritingUnits): string {
  return voice.locale === 'en'
    ? unitTextIn(unit, (symbol) => english.get(symbol) ?? symbol)
    : unitText(unit);
}

/** A number with its unit; money with fen, shares in per cent, what does not end as about. */
export function numberText(
  value: Exact,
  unit: Unit,
  how: { readonly voice: Voice; readonly units: WritingUnits; readonly percent?: boolean },
): string {
  const { voice, units, percent = false } = how;
  if (percent) return `${value.times(HUNDRED).toText()}%`;
  const whole = sameUnit(unit, MONEY) ? value.toFen() : undefined;
  const isFen = whole !== undefined && value.isWritten(2);
  const digits = isFen ? moneyText(whole) : grouped(value.toText());
  const text = `${digits} ${unitIn(unit, voice, units)}`.trim();
  return value.isWritten() ? text : voice.say('explain.cut', { value: text });
}

/** `2024-03-20 17:30` */
export function dateText(dayOrMoment: string): string {
  return dayOrMoment.replace('T', ' ');
}
