/** Degrees to metres around a middle, and back: a city is flat enough for that. */

const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

export interface Projection {
  toMetres(lng: number, lat: number): readonly [number, number];
  toDegrees(x: number, y: number): readonly [number, number];
}

/** East and north of the middle on the sphere; over 50 km lengths are off by less than 0.5%. */
export function projectionAround(lng: number, lat: number): Projection {
  const east = RADIUS * RADIANS * Math.cos(lat * RADIANS);
  const north = RADIUS * RADIANS;
  return {
    toMetres: (one, other) => [(one - lng) * east, (other - lat) * north],
    toDegrees: (x, y) => [lng + x / east, lat + y / north],
  };
}
