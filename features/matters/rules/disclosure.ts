/** Small numbers are withheld on what everybody sees, and complements that would show them (design.md section 4). */

/** Below this a number could show a few persons. */
export const SMALLEST_SHOWN = 10;

export interface Shown {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A rate as the public sees it: neither part, nor their difference, is a number from 1 to 9. */
export function withheld(numerator: number, denominator: number): Shown {
  const small = (value: number) => value > 0 && value < SMALLEST_SHOWN;
  if (small(denominator)) return { numerator: null, denominator: null };
  if (small(numerator) || small(denominator - numerator)) return { numerator: null, denominator };
  return { numerator, denominator };
}
