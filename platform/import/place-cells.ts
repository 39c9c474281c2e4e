/** Two columns as a place. */
import { isNoPlace, lngLat, toWgs84 } from '#kernel/geometry/index.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { CellContext } from './cell.ts';
import type { PlaceValue } from './field-spec.ts';

/** Some hundred metres; fewer decimals were rounded by somebody. More are not asked for, since files drop zeros at the end. */
const EXACT_DECIMALS = 3;

/** Null where both are empty or zero: that is no place. Refuses numbers that are none, off the earth or swapped. */
export function placeValue(
  lng: string | null,
  lat: string | null,
  context: CellContext,
): Outcome<PlaceValue | null> {
  if (lng === null && lat === null) return done(null);
  const [x, y] = [numberOf(lng), numberOf(lat)];
  const place = lngLat(x, y);
  if (!place.ok) return place;
  if (isNoPlace(place.value)) return done(null);
  const [there, up] = toWgs84(place.value, context.coordinates);
  const exact = decimals(lng) >= EXACT_DECIMALS && decimals(lat) >= EXACT_DECIMALS;
  return done({ lng: there, lat: up, exactness: exact ? 'exact' : 'inexact' });
}

const DEGREES = /^[+-]?\d+(?:\.\d+)?$/;

/** Why one of the two is no number of degrees. */
export function notDegrees(text: string | null): Refusal | undefined {
  if (text === null) return { code: 'import.value_missing' };
  return DEGREES.test(text)
    ? undefined
    : { code: 'import.number', detail: { value: text.slice(0, 100) } };
}

/** Refuses nothing by itself: what is no number has no place on earth. */
function numberOf(text: string | null): number {
  return text !== null && DEGREES.test(text) ? Number(text) : Number.NaN;
}

function decimals(text: string | null): number {
  return text?.split('.')[1]?.length ?? 0;
}
