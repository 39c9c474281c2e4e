/** A grid among its neighbours as paths of a picture: metres alike in both directions, north above. */
type Position = readonly [lng: number, lat: number, ...number[]];
interface Shape {
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
}

export const WIDTH = 640;
/** Ground shown around the grid, as a share of its longer side. */
const AROUND = 0.12;

export interface Outline {
  readonly height: number;
  readonly own: string;
  readonly others: readonly string[];
}

/**
 * @param own WGS84 degrees
 * @param others those whose borders are drawn faintly, as far as they are in sight
 */
export function outlineOf(own: Shape, others: readonly Shape[]): Outline {
  const corners = own.coordinates.flatMap((rings) => rings.flat());
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = Math.max((east - west) * shrink, north - south, 1e-6) * AROUND;
  const scale = WIDTH / ((east - west) * shrink + 2 * margin);
  const height = Math.ceil((north - south + 2 * margin) * scale);
  const pathOf = ({ coordinates }: Shape): string =>
    coordinates
      .flatMap((rings) =>
        rings.map((ring) => {
          const points = ring.map(([lng, lat]) => {
            const x = ((lng - west) * shrink + margin) * scale;
            const y = (north - lat + margin) * scale;
            return `${x.toFixed(1)} ${y.toFixed(1)}`;
          });
          return `M${points.join('L')}Z`;
        }),
      )
      .join('');
  return { height, own: pathOf(own), others: others.map(pathOf) };
}
