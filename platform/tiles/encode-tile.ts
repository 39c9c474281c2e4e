/** GeoJSON features as one vector tile (MVT 2.1): here, since the embedded engine has no ST_AsMVT. */
import GeoJSONVT from 'geojson-vt';
import vtpbf from 'vt-pbf';

const EXTENT = 4096;
const BUFFER = 64;

export interface TileFeature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Names of layers to their features in WGS84 degrees; empty bytes where nothing lies in the tile. */
export function encodeTile(
  layers: Readonly<Record<string, readonly TileFeature[]>>,
  z: number,
  x: number,
  y: number,
): Buffer {
  const tiles: Record<string, { features: readonly unknown[] }> = {};
  for (const [name, features] of Object.entries(layers)) {
    if (features.length === 0) continue;
    const index = new GeoJSONVT({ type: 'FeatureCollection', features } as never, {
      maxZoom: z,
      indexMaxZoom: 0,
      indexMaxPoints: 0,
      buffer: BUFFER,
      extent: EXTENT,
    });
    const tile = index.getTile(z, x, y);
    if (tile !== null) tiles[name] = tile as never;
  }
  if (Object.keys(tiles).length === 0) return Buffer.alloc(0);
  return Buffer.from(vtpbf.fromGeojsonVt(tiles, { version: 2, extent: EXTENT }));
}

/** west, south, east, north of a tile in degrees. */
export function boxOfTile(
  z: number,
  x: number,
  y: number,
): readonly [number, number, number, number] {
  const n = 2 ** z;
  const lng = (column: number) => (column / n) * 360 - 180;
  const lat = (row: number) =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / n))) * 180) / Math.PI;
  return [lng(x), lat(y + 1), lng(x + 1), lat(y)];
}
