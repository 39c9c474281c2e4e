/**
 * Points far around others. With a frame a triangulation has no long, flat sides
 * around its outside: those join homes past everybody between them, and ground
 * that runs along such a side falls apart at the first notch.
 */

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Frame {
  /** Distance as a share of the longer side of the box. */
  readonly far: number;
  readonly pointsOnASide: number;
}

/**
 * The frame of neighbourhood. The circle over two points reaches at most half a side out
 * of the box, so none of it parts two points that are nearest to one another.
 */
export const NEIGHBOURHOOD: Frame = { far: 1, pointsOnASide: 4 };

/** The least frame there is, for points whose neighbourhood need not agree with anything. */
export const CORNERS: Frame = { far: 1, pointsOnASide: 1 };

/**
 * The frame of ground: so far that no circle that passes between the points of the other
 * reaches it (half a side wide at the least, it reaches out by 0.17), so neighbours' grounds meet.
 */
export const GROUND: Frame = { far: 1.3, pointsOnASide: 24 };

export function frameAround(
  { west, south, east, north }: Box,
  { far, pointsOnASide }: Frame,
): readonly (readonly [number, number])[] {
  const margin = 10 + Math.max(east - west, north - south) * far;
  const [w, s, e, n] = [west - margin, south - margin, east + margin, north + margin];
  return Array.from({ length: pointsOnASide }, (_, at) => at / pointsOnASide).flatMap((part) => [
    [w + part * (e - w), s] as const,
    [e, s + part * (n - s)] as const,
    [e - part * (e - w), n] as const,
    [w, n - part * (n - s)] as const,
  ]);
}

export function boxAround(x: Float64Array, y: Float64Array): Box {
  const box = {
    west: Number.POSITIVE_INFINITY,
    south: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    north: Number.NEGATIVE_INFINITY,
  };
  for (let at = 0; at < x.length; at += 1) {
    // What has no place yet (NaN) is around nothing: comparisons pass over it.
    const [px, py] = [x[at] as number, y[at] as number];
    if (px < box.west) box.west = px;
    if (px > box.east) box.east = px;
    if (py < box.south) box.south = py;
    if (py > box.north) box.north = py;
  }
  return box;
}
