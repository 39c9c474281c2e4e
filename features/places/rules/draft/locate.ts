/** Where each household lies: in which grid of today, and in which part that no grid leaves. */
import { boxOf, contains, type LngLat, type MultiPolygon } from '#kernel/geometry/index.ts';
import type { Ground } from './ground.ts';

export interface Located {
  /** Grid of today of each point, -1 for none. */
  readonly today: Int32Array;
  /** Part of each point; all 0 where there are no parts. */
  readonly part: Int32Array;
  readonly shapeOfPart: ReadonlyMap<number, MultiPolygon>;
}

export function locate({ points, today, parts }: Ground): Located {
  const places = points.map(({ place }) => place);
  const inGrid = numbersIn(
    places,
    today.map(({ geometry }) => geometry),
  );
  const inPart = numbersIn(
    places,
    parts.map(({ geometry }) => geometry),
  );
  if (inPart.every((one) => one < 0))
    return { today: inGrid, part: new Int32Array(points.length), shapeOfPart: new Map() };
  return {
    today: inGrid,
    part: withNearest(places, inPart),
    shapeOfPart: new Map(parts.map(({ geometry }, at) => [at, geometry])),
  };
}

/** Number of the first shape that holds each place, -1 for none. */
export function numbersIn(
  places: readonly LngLat[],
  shapes: readonly (MultiPolygon | null)[],
): Int32Array {
  const boxes = shapes.map((shape) => (shape === null ? undefined : boxOf(shape)));
  return Int32Array.from(places, (place) =>
    shapes.findIndex(
      (shape, at) => shape !== null && isInBox(boxes[at], place) && contains(shape, place),
    ),
  );
}

function isInBox(box: ReturnType<typeof boxOf> | undefined, [lng, lat]: LngLat): boolean {
  if (box === undefined) return false;
  const [west, south, east, north] = box;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** What lies just outside every shape goes with the nearest place that lies in one. */
export function withNearest(places: readonly LngLat[], part: Int32Array): Int32Array {
  const known = places.flatMap((place, at) => ((part[at] as number) >= 0 ? [{ place, at }] : []));
  return part.map((one, at) => {
    if (one >= 0) return one;
    const [lng, lat] = places[at] as LngLat;
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (const other of known) {
      const far = (other.place[0] - lng) ** 2 + (other.place[1] - lat) ** 2;
      if (far < least) [nearest, least] = [part[other.at] as number, far];
    }
    return nearest;
  });
}
