/** The matters as the server's vector tiles: clusters from afar, shapes from near. */
import type { MapLibreMap, VectorTileSource } from 'maplibre-gl';
import { matterTile } from '#features/matters/contract.ts';
import { queryText } from '#ui/client/address.ts';
import { addToneImages } from '#ui/map/tone-images.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import { type FilterQuery, queryOf } from '../filter/filter-address.ts';

/** Name of the layer inside the tiles. */
const LAYER = 'matters';
export const SOURCE = 'matters';
export const POINTS = 'matter-points';
export const CLUSTERS = 'matter-clusters';
const DEEPEST = 16;

export function tileAddress(filter: FilterQuery, origin: string): string {
  const path = matterTile.path.replace(/:(z|x|y)/g, '{$1}');
  const query = queryText(queryOf(filter));
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}

export function drawMatters(map: MapLibreMap, tokens: Tokens, filter: FilterQuery): void {
  const tiles = [tileAddress(filter, window.location.origin)];
  const source = map.getSource<VectorTileSource>(SOURCE);
  if (source !== undefined) {
    source.setTiles(tiles);
    return;
  }
  addToneImages(map, tokens);
  map.addSource(SOURCE, { type: 'vector', tiles, minzoom: 3, maxzoom: DEEPEST });
  const shared = { source: SOURCE, 'source-layer': LAYER } as const;
  map.addLayer({
    id: CLUSTERS,
    type: 'circle',
    ...shared,
    filter: ['has', 'count'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 7, 10, 15, 60, 28],
      'circle-color': ['case', ['>', ['get', 'late'], 0], tokens.sealWash, tokens.indigoWash],
      'circle-stroke-color': ['case', ['>', ['get', 'late'], 0], tokens.seal, tokens.indigo],
      'circle-stroke-width': 1.5,
    },
  });
  map.addLayer({
    id: `${CLUSTERS}-count`,
    type: 'symbol',
    ...shared,
    filter: ['has', 'count'],
    layout: { 'text-field': ['to-string', ['get', 'count']], 'text-size': 12, 'text-font': ['sans'] },
    paint: { 'text-color': tokens.ink },
  });
  map.addLayer({
    id: POINTS,
    type: 'symbol',
    ...shared,
    filter: ['!', ['has', 'count']],
    layout: {
      'icon-image': ['concat', 'tone-', ['get', 'urgency']],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['case', ['==', ['get', 'urgency'], 'late'], 1, 0],
    },
  });
}
