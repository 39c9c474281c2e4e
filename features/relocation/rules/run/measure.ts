/** Quantities and rates as a statement writes them. */
import type { Exact } from '../amounts/exact.ts';
import { isRate, MONEY, sameUnit, type Unit, unitText } from '../language/units.ts';
import words from '../words.json' with { type: 'json' };
import type { Factor } from './line.ts';

/** A number with its unit, as text: what does not end is cut to six decimals and says so. */
export interface Measure {
  readonly value: string;
  readonly unit: string;
  readonly cut?: true;
}

export interface FactorMeasure extends Measure {
  readonly below?: true;
}

export interface Parts {
  readonly quantity?: Measure;
  readonly rate?: Measure;
  readonly factors?: readonly FactorMeasure[];
}

export function measured(value: Exact, unit: Unit): Measure {
  const text = { value: value.toText(), unit: unitText(unit) };
  return value.isWritten() ? text : { ...text, cut: true };
}

/** Months, days and times say how often; what of stands beside them. */
const REPEATED: ReadonlySet<string> = new Set(words.base.repeated);

function isRepeated({ unit }: Factor): boolean {
  return unit.length === 1 && REPEATED.has(unit[0]?.[0] ?? '');
}

/**
 * The money for one of something is the rate, the first measure of something
 * else the quantity, the rest are factors. Taken apart once for each line, so
 * nothing here is made twice.
 */
export function partsOfLine(
  factors: readonly Factor[],
  into: { -readonly [Part in keyof Parts]: Parts[Part] },
): void {
  const rate = factors.find(({ unit, below }) => !below && isRate(unit));
  const quantity = quantityOf(factors, rate);
  const others: FactorMeasure[] = [];
  for (const factor of factors) {
    const text = measured(factor.value, factor.unit);
    if (factor === quantity) into.quantity = text;
    else if (factor === rate) into.rate = text;
    else others.push(factor.below ? { ...text, below: true } : text);
  }
  if (others.length > 0) into.factors = others;
}

function quantityOf(factors: readonly Factor[], rate: Factor | undefined): Factor | undefined {
  let repeated: Factor | undefined;
  for (const factor of factors) {
    if (factor === rate || factor.below || factor.unit.length === 0) continue;
    if (rate === undefined && !sameUnit(factor.unit, MONEY)) continue;
    if (!isRepeated(factor)) return factor;
    repeated ??= factor;
  }
  return repeated;
}
