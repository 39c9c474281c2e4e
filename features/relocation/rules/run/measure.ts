/** Quantities and rates as a statement writes them. */
import type { Exact } from '../amounts/exact.ts';
import { isRate, MONEY, sameUnit, type Unit, unitText } from '../language/units.ts';
import type { Factor } from './line.ts';

/** A number with its unit, as text: what does not end is cut to six decimals and says so. */
export interface Measure {
  readonly value: string;
  readonly unit: string;
  readonly cut?: true;
}

export interface Parts {
  readonly quantity?: Measure;
  readonly rate?: Measure;
  readonly factors?: readonly (Measure & { readonly below?: true })[];
}

export function measured(value: Exact, unit: Unit): Measure {
  const text = { value: value.toText(), unit: unitText(unit) };
  return value.isWritten() ? text : { ...text, cut: true };
}

/** The first measure is the quantity, the money for one of something its rate, the rest are factors. */
export function partsOfLine(factors: readonly Factor[]): Parts {
  const rate = factors.find(({ unit, below }) => !below && isRate(unit));
  const quantity = factors.find(
    (one) =>
      one !== rate &&
      !one.below &&
      one.unit.length > 0 &&
      (rate !== undefined || sameUnit(one.unit, MONEY)),
  );
  const others = factors.filter((one) => one !== rate && one !== quantity);
  return {
    ...(quantity && { quantity: measured(quantity.value, quantity.unit) }),
    ...(rate && { rate: measured(rate.value, rate.unit) }),
    ...(others.length > 0 && {
      factors: others.map(({ value, unit, below }) => ({
        ...measured(value, unit),
        ...(below && { below: true as const }),
      })),
    }),
  };
}
