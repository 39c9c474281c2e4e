/** Instants as they were hashed: milliseconds; what has more was changed and keeps its digits. */

/** For `to_char(… at time zone 'UTC', …)`. */
export const INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.US';

export function exactInstant(microseconds: string): string {
  return microseconds.endsWith('000') ? `${microseconds.slice(0, -3)}Z` : `${microseconds}Z`;
}
