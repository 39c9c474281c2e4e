/** The matters as the server's vector tiles: clusters from afar, shapes from near. */
import type { ExpressionSpecification, MapLibreMap, VectorTileSource } from 'maplibre-gl';
import { matterTile } from '#features/matters/contract.ts';
import { drawAreas } from '#features/places/web/public.ts';
import { queryText } from '#ui/client/address.ts';
import { addToneImages } from '#ui/map/tone-images.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import { type FilterQuery, queryOf } from '../filter/filter-address.ts';

/** Name of the layer inside the tiles. */
const LAYER = 'matters';
const SOURCE = 'matters';
export const POINTS = 'matter-points';
export const CLUSTERS = 'matter-clusters';
const DEEPEST = 16;

function tileAddress(filter: FilterQuery, origin: string): string {
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
  drawAreas(map, tokens);
  addToneImages(map, tokens);
  map.addSource(SOURCE, { type: 'vector', tiles, minzoom: 3, maxzoom: DEEPEST });
  const shared = { source: SOURCE, 'source-layer': LAYER } as const;
  const late = (yes: string, no: string): ExpressionSpecification => [
    'case',
    ['>', ['get', 'late'], 0],
    yes,
    no,
  ];
  map.addLayer({
    id: CLUSTERS,
    type: 'circle',
    ...shared,
    filter: ['has', 'count'],
    layout: { 'circle-sort-key': ['get', 'late'] },
    paint: {
      'circle-radius': [
        'interpolate',
        ['linear'],
        ['sqrt', ['get', 'count']],
        1,
        6,
        2,
        11,
        10,
        18,
        60,
        30,
      ],
      'circle-color': late(tokens.seal, tokens.indigo),
      'circle-opacity': 0.9,
      'circle-stroke-color': tokens.mapGround,
      'circle-stroke-width': 2,
    },
  });
  map.addLayer({
    id: `${CLUSTERS}-count`,
    type: 'symbol',
    ...shared,
    filter: ['>', ['coalesce', ['get', 'count'], 0], 1],
    layout: {
      'text-field': ['to-string', ['get', 'count']],
      'text-size': 12,
      'text-font': ['sans'],
      'text-allow-overlap': true,
    },
    paint: { 'text-color': tokens.onInk },
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
