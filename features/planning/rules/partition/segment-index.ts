/** Finds quickly which of many segments may meet a given one: a raster of lists. */

export interface SegmentIndex {
  readonly segments: Float64Array;
  /** Calls back with the number of each segment whose cells the box touches; one may come twice. */
  near(x1: number, y1: number, x2: number, y2: number, each: (segment: number) => void): void;
}

/** Finest raster: cells a side. */
const MOST_CELLS = 512;

/** @param segments x1, y1, x2, y2 one after another */
export function segmentIndex(segments: Float64Array): SegmentIndex {
  const count = segments.length / 4;
  const frame = frameOf(segments);
  const cells = new Map<number, number[]>();
  const { column, row, side } = frame;
  const put = (key: number, at: number): void => {
    const list = cells.get(key);
    if (list === undefined) cells.set(key, [at]);
    else list.push(at);
  };
  for (let at = 0; at < count; at += 1) {
    const [west, east] = ordered(column(segments[4 * at]), column(segments[4 * at + 2]));
    const [south, north] = ordered(row(segments[4 * at + 1]), row(segments[4 * at + 3]));
    for (let x = west; x <= east; x += 1)
      for (let y = south; y <= north; y += 1) put(y * side + x, at);
  }
  return {
    segments,
    near(x1, y1, x2, y2, each) {
      if (frame.misses(x1, y1, x2, y2)) return;
      const [west, east] = ordered(column(x1), column(x2));
      const [south, north] = ordered(row(y1), row(y2));
      if ((east - west + 1) * (north - south + 1) > count * 4) {
        for (let at = 0; at < count; at += 1) each(at);
        return;
      }
      for (let y = south; y <= north; y += 1)
        for (let x = west; x <= east; x += 1) cells.get(y * side + x)?.map(each);
    },
  };
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}

function frameOf(segments: Float64Array) {
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < segments.length; at += 2) {
    west = Math.min(west, segments[at] as number);
    east = Math.max(east, segments[at] as number);
    south = Math.min(south, segments[at + 1] as number);
    north = Math.max(north, segments[at + 1] as number);
  }
  const side = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(segments.length))));
  const cell = (value: number | undefined, from: number, to: number): number =>
    Math.min(side - 1, Math.max(0, Math.floor((((value ?? 0) - from) / (to - from || 1)) * side)));
  return {
    side,
    column: (value: number | undefined) => cell(value, west, east),
    row: (value: number | undefined) => cell(value, south, north),
    misses: (x1: number, y1: number, x2: number, y2: number): boolean =>
      Math.max(x1, x2) < west ||
      Math.min(x1, x2) > east ||
      Math.max(y1, y2) < south ||
      Math.min(y1, y2) > north,
  };
}

/**
 * Where segment `a` crosses segment `b`, as the part of `a` (0 to 1); -1 where
 * it does not. Touching counts: a wall that ends on a line closes it.
 */
export function crossingPart(
  a: readonly [number, number, number, number],
  segments: Float64Array,
  at: number,
): number {
  const [x1, y1, x2, y2] = a;
  const x3 = segments[4 * at] as number;
  const y3 = segments[4 * at + 1] as number;
  const dx = x2 - x1;
  const dy = y2 - y1;
  const ex = (segments[4 * at + 2] as number) - x3;
  const ey = (segments[4 * at + 3] as number) - y3;
  const across = dx * ey - dy * ex;
  if (across === 0) return -1;
  const along = ((x3 - x1) * ey - (y3 - y1) * ex) / across;
  const other = ((x3 - x1) * dy - (y3 - y1) * dx) / across;
  return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? along : -1;
}
