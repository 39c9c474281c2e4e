/** The box in which most of the points lie, so that one stray point does not shrink the rest to a dot. */
interface PointLike {
  readonly lng: number;
  readonly lat: number;
}

const STRAY = 0.02;
const CHINA: Box = [73, 18, 135, 54];

type Box = readonly [west: number, south: number, east: number, north: number];

export function boundsAround(points: readonly PointLike[]): Box {
  const lngs = points.map(({ lng }) => lng).toSorted((a, b) => a - b);
  const lats = points.map(({ lat }) => lat).toSorted((a, b) => a - b);
  const low = Math.floor(points.length * STRAY);
  const high = points.length - 1 - low;
  const [west, east] = [lngs[low], lngs[high]];
  const [south, north] = [lats[low], lats[high]];
  if (west === undefined || east === undefined || south === undefined || north === undefined) {
    return CHINA;
  }
  const margin = 0.002;
  return [west - margin, south - margin, east + margin, north + margin];
}
