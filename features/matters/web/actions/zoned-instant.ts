/** Between the wall clock of the tenant's zone and instants. */

/** `YYYY-MM-DDTHH:mm` on the zone's wall clock, as an instant ISO in UTC. */
export function zonedInstant(wall: string, timeZone: string): string {
  const asUtc = Date.parse(`${wall}:00Z`);
  // The offset at the instant itself; a second look settles the hours around a change of clocks.
  const first = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(first, timeZone)).toISOString();
}

/** The wall clock of the zone at an instant, `YYYY-MM-DDTHH:mm`. */
export function zonedDay(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

/** Milliseconds the zone is ahead of UTC at an instant. */
function offsetAt(at: number, timeZone: string): number {
  const wall = new Date(at).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.trunc(at / 1000) * 1000;
}
