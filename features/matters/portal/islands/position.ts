/** The phone's position, asked for once, only when a button is pressed. */

export interface Position {
  /** WGS84 degrees. */
  readonly lng: number;
  readonly lat: number;
  readonly metres: number;
}

/** @returns undefined where it is refused, too slow or not there */
export function findPosition(): Promise<Position | undefined> {
  return new Promise((found) => {
    if (!('geolocation' in navigator)) {
      found(undefined);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        found({
          lng: coords.longitude,
          lat: coords.latitude,
          metres: Math.max(1, Math.round(coords.accuracy)),
        }),
      () => found(undefined),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
    );
  });
}
