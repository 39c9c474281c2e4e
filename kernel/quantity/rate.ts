/**
 * A rate keeps its numerator, its denominator and what the denominator is:
 * 808 of 1,101 villages looked at is 73.39%, of all 1,269 it is not.
 */
import { z } from 'zod';

export const Rate = z.object({
  numerator: z.number().int().nonnegative(),
  denominator: z.number().int().nonnegative(),
  /** Key of the sentence that says what is counted below the line. */
  of: z.string().min(1),
});
export type Rate = Readonly<z.infer<typeof Rate>>;

/** Makes a rate; more above than below the line is a fault (RangeError). */
export function rate(numerator: number, denominator: number, of: string): Rate {
  if (!(numerator >= 0 && numerator <= denominator))
    throw new RangeError('a rate lies between 0 and 1');
  return { numerator, denominator, of };
}

/** Per cent, rounded half up to `decimals`; null where nothing is below the line (never 0% or 100%). */
export function percent(of: Rate, decimals = 2): number | null {
  if (of.denominator === 0) return null;
  const scale = 10 ** decimals;
  return Math.floor((of.numerator * 200 * scale + of.denominator) / (2 * of.denominator)) / scale;
}
