/**
 * What of a table may stand on a wall (design.md section 4): no number from 1 to
 * 9, and none that follows from the others and their total. A number hidden
 * alone could be reckoned by subtracting its neighbours; so the smallest of them
 * are hidden with it, until what is hidden comes to ten or more together.
 */
import { SMALLEST_SHOWN } from '../disclosure.ts';

/** Numerator and denominator as counted; the numerator is a part of the denominator. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** As shown: null where it is hidden. */
export interface ShownRate {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export function isFew(value: number): boolean {
  return value > 0 && value < SMALLEST_SHOWN;
}

/** Parts of a total that is shown beside them. */
export function hideFew(parts: readonly number[]): readonly (number | null)[] {
  const hidden = new Set(indices(parts).filter((at) => isFew(partOf(parts, at))));
  const others = indices(parts)
    .filter((at) => !hidden.has(at) && partOf(parts, at) > 0)
    .sort((a, b) => partOf(parts, a) - partOf(parts, b));
  const sum = (): number => [...hidden].reduce((total, at) => total + partOf(parts, at), 0);
  for (const at of others) {
    if (!isFew(sum())) break;
    hidden.add(at);
  }
  return parts.map((value, at) => (hidden.has(at) ? null : value));
}

/** Rates of parts beside the rate of the whole: neither part of a rate, nor its rest, is told when few. */
export function hideFewRates(rates: readonly Counted[]): readonly ShownRate[] {
  const denominators = hideFew(rates.map(({ denominator }) => denominator));
  const rest = ({ numerator, denominator }: Counted): number => denominator - numerator;
  const rateOf = (at: number): Counted => rates[at] ?? NOTHING;
  const hidden = new Set(
    indices(rates).filter(
      (at) => denominators[at] === null || isFew(rateOf(at).numerator) || isFew(rest(rateOf(at))),
    ),
  );
  const others = indices(rates)
    .filter((at) => !hidden.has(at) && rateOf(at).denominator > 0)
    .sort((a, b) => rateOf(a).denominator - rateOf(b).denominator);
  const sum = (of: (rate: Counted) => number): number =>
    [...hidden].reduce((total, at) => total + of(rateOf(at)), 0);
  const tells = (): boolean => isFew(sum(({ numerator }) => numerator)) || isFew(sum(rest));
  for (const at of others) {
    if (!tells()) break;
    hidden.add(at);
  }
  return rates.map(({ numerator }, at) => ({
    numerator: hidden.has(at) ? null : numerator,
    denominator: denominators[at] ?? null,
  }));
}

const NOTHING: Counted = { numerator: 0, denominator: 0 };

function partOf(parts: readonly number[], at: number): number {
  return parts[at] ?? 0;
}

function indices(list: readonly unknown[]): number[] {
  return list.map((_one, at) => at);
}
