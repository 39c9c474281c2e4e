/**
 * A quantity has a unit and says how exact it is. Over 6,000 households is
 * never 6,000 of them; persons and person-times are different units; units are
 * data of the tenant, so a unit is a text here.
 */
import { z } from 'zod';

/** Exact, somewhat more (余, 多), or nearly (近, 左右). */
const QUALIFIERS = ['exact', 'over', 'near'] as const;
type Qualifier = (typeof QUALIFIERS)[number];

export const Quantity = z.object({
  amount: z.number(),
  unit: z.string().min(1).max(20),
  qualifier: z.enum(QUALIFIERS),
});
export type Quantity = Readonly<z.infer<typeof Quantity>>;

/** The sum; different units do not add up (RangeError), and one that is not exact makes the sum not exact. */
export function addQuantities(first: Quantity, second: Quantity): Quantity {
  if (first.unit !== second.unit)
    throw new RangeError(`${first.unit} and ${second.unit} do not add up`);
  return {
    amount: first.amount + second.amount,
    unit: first.unit,
    qualifier: joint(first.qualifier, second.qualifier),
  };
}

function joint(a: Qualifier, b: Qualifier): Qualifier {
  if (a === b || b === 'exact') return a;
  // More than one and about the other: about is all that can be said.
  return a === 'exact' ? b : 'near';
}
