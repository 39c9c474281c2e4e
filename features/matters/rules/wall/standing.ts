/** How what a wall shows stands: shape, word and colour follow from it, never from what is hidden. */
import type { ShownRate } from './hide-few.ts';

/** Of an area, by what is late among its open matters. */
export type AreaStanding = 'late' | 'some_late' | 'in_time' | 'none' | 'hidden';

/** From this share of the open matters on an area counts as late. */
const LATE_FROM = 0.2;

/** @param open late as numerator of all that is open */
export function areaStanding({ numerator, denominator }: ShownRate): AreaStanding {
  if (denominator === 0) return 'none';
  if (denominator === null || numerator === null) return 'hidden';
  if (numerator === 0) return 'in_time';
  return numerator / denominator >= LATE_FROM ? 'late' : 'some_late';
}

/** Of a rate that is better when higher. */
export type RateStanding = 'good' | 'fair' | 'low' | 'none' | 'hidden';

const GOOD_FROM = 0.9;
const FAIR_FROM = 0.75;

export function rateStanding({ numerator, denominator }: ShownRate): RateStanding {
  if (denominator === 0) return 'none';
  if (denominator === null || numerator === null) return 'hidden';
  const share = numerator / denominator;
  if (share >= GOOD_FROM) return 'good';
  return share >= FAIR_FROM ? 'fair' : 'low';
}
