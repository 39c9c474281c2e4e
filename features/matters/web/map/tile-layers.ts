/**
 * The matters as the server's vector tiles: clusters from afar, shapes from near; by
 * their age as dots, or as heat where they are close together.
 */
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  MapLibreMap,
  VectorTileSource,
} from 'maplibre-gl';
import { matterTile } from '#features/matters/contract.ts';
import { AREA_NAMES, drawAreas, drawGround } from '#features/places/web/public.ts';
import { queryText } from '#ui/client/address.ts';
import { addToneImages } from '#ui/map/tone-images.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import { type FilterQuery, queryOf } from '../filter/filter-address.ts';
import { ageTones } from './age-tones.ts';
import { GROUNDS, type MapLook } from './look.ts';

/** Name of the layer inside the tiles. */
const LAYER = 'matters';
const SOURCE = 'matters';
export const POINTS = 'matter-points';
export const CLUSTERS = 'matter-clusters';
const COUNTS = `${CLUSTERS}-count`;
const HEAT = 'matter-heat';
const DEEPEST = 16;

function tileAddress(filter: FilterQuery, origin: string): string {
  const path = matterTile.path.replace(/:(z|x|y)/g, '{$1}');
  const query = queryText(queryOf(filter));
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}

const CLUSTERED: FilterSpecification = ['has', 'count'];
const SINGLE: FilterSpecification = ['!', ['has', 'count']];

export function drawMatters(
  map: MapLibreMap,
  tokens: Tokens,
  filter: FilterQuery,
  chosen: MapLook,
): void {
  const tiles = [tileAddress(filter, window.location.origin)];
  const source = map.getSource<VectorTileSource>(SOURCE);
  if (source === undefined) {
    drawAreas(map, tokens);
    addToneImages(map, tokens);
    map.addSource(SOURCE, { type: 'vector', tiles, minzoom: 3, maxzoom: DEEPEST });
    addLayers(map, tokens);
  } else if (source.tiles[0] !== tiles[0]) source.setTiles(tiles);
  wear(map, tokens, chosen);
  for (const ground of GROUNDS) {
    drawGround(map, tokens, ground, { shown: chosen.grounds.includes(ground), below: HEAT });
  }
}

/** Sets what differs between the looks; where nothing does, nothing is drawn anew. */
function wear(map: MapLibreMap, tokens: Tokens, { look }: MapLook): void {
  const seen = (layer: string, yes: boolean): void => {
    map.setLayoutProperty(layer, 'visibility', yes ? 'visible' : 'none');
  };
  seen(HEAT, look === 'heat');
  seen(CLUSTERS, look !== 'heat');
  seen(COUNTS, look !== 'heat');
  seen(POINTS, look === 'urgency');
  // By age a single matter is a dot too: its shape says how it stands against its limit.
  map.setFilter(CLUSTERS, look === 'age' ? null : CLUSTERED);
  const { colour, words } = look === 'age' ? ageTones(tokens) : byLateness(tokens);
  map.setPaintProperty(CLUSTERS, 'circle-color', colour);
  map.setPaintProperty(COUNTS, 'text-color', words);
}

function byLateness(tokens: Tokens) {
  const colour: ExpressionSpecification = [
    'case',
    ['>', ['coalesce', ['get', 'late'], 0], 0],
    tokens.seal,
    tokens.indigo,
  ];
  return { colour, words: tokens.onInk as DataDrivenPropertyValueSpecification<string> };
}

function addLayers(map: MapLibreMap, tokens: Tokens): void {
  const shared = { source: SOURCE, 'source-layer': LAYER } as const;
  const count: ExpressionSpecification = ['coalesce', ['get', 'count'], 1];
  const heat: LayerSpecification = {
    id: HEAT,
    type: 'heatmap',
    ...shared,
    paint: {
      'heatmap-weight': ['interpolate', ['linear'], ['sqrt', count], 1, 0.3, 12, 1],
      'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 4, 1.4, 16, 2.2],
      'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 4, 24, 16, 44],
      // All of one colour: on the way from another it would be grey.
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        `${tokens.indigo}00`,
        0.25,
        `${tokens.indigo}30`,
        0.6,
        `${tokens.indigo}80`,
        1,
        `${tokens.indigo}e0`,
      ],
    },
  };
  map.addLayer(heat, AREA_NAMES);
  map.addLayer({
    id: CLUSTERS,
    type: 'circle',
    ...shared,
    filter: CLUSTERED,
    layout: { 'circle-sort-key': ['coalesce', ['get', 'late'], ['get', 'age'], 0] },
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['sqrt', count], 1, 6, 2, 11, 10, 18, 60, 30],
      'circle-opacity': 0.9,
      'circle-stroke-color': tokens.mapGround,
      'circle-stroke-width': 2,
    },
  });
  map.addLayer({
    id: COUNTS,
    type: 'symbol',
    ...shared,
    filter: ['>', count, 1],
    layout: {
      'text-field': ['to-string', ['get', 'count']],
      'text-size': 12,
      'text-font': ['sans'],
      'text-allow-overlap': true,
    },
  });
  map.addLayer({
    id: POINTS,
    type: 'symbol',
    ...shared,
    filter: SINGLE,
    layout: {
      'icon-image': ['concat', 'tone-', ['get', 'urgency']],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['case', ['==', ['get', 'urgency'], 'late'], 1, 0],
    },
  });
}
