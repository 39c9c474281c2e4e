/**
 * The matters as the server's vector tiles: clusters from afar, shapes from near; by
 * their age or category as dots, or as heat where they are close together.
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
import { topTones } from './top-tones.ts';
import type { Top } from './tops.ts';

/** Name of the layer inside the tiles. */
const LAYER = 'matters';
const SOURCE = 'matters';
export const POINTS = 'matter-points';
export const CLUSTERS = 'matter-clusters';
const COUNTS = `${CLUSTERS}-count`;
const HEAT = 'matter-heat';
const DEEPEST = 16;

function tileAddress(filter: FilterQuery, { look }: MapLook, origin: string): string {
  const path = matterTile.path.replace(/:(z|x|y)/g, '{$1}');
  const query = queryText({ ...queryOf(filter), ...(look === 'category' && { by: look }) });
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}

const CLUSTERED: FilterSpecification = ['has', 'count'];
const SINGLE: FilterSpecification = ['!', ['has', 'count']];

export function drawMatters(
  map: MapLibreMap,
  tokens: Tokens,
  filter: FilterQuery,
  chosen: MapLook,
  tops: readonly Top[] = [],
): void {
  const tiles = [tileAddress(filter, chosen, window.location.origin)];
  const source = map.getSource<VectorTileSource>(SOURCE);
  if (source === undefined) {
    drawAreas(map, tokens);
    addToneImages(map, tokens);
    map.addSource(SOURCE, { type: 'vector', tiles, minzoom: 3, maxzoom: DEEPEST });
    addLayers(map, tokens);
  } else if (source.tiles[0] !== tiles[0]) source.setTiles(tiles);
  wear(map, dress(tokens, chosen, tops), chosen);
  for (const ground of GROUNDS) {
    drawGround(map, tokens, ground, { shown: chosen.grounds.includes(ground), below: HEAT });
  }
}

/** How the dots look: their colour, what is written on them, and the least radius of one. */
interface Dress {
  readonly colour: ExpressionSpecification;
  readonly words: DataDrivenPropertyValueSpecification<string>;
  /** What a single matter bears; nothing where its shape says it all. */
  readonly letter: ExpressionSpecification | '';
  readonly radius: number;
}

function dress(tokens: Tokens, { look }: MapLook, tops: readonly Top[]): Dress {
  if (look === 'age') return { ...ageTones(tokens), letter: '', radius: DOT };
  if (look === 'category') return { ...topTones(tokens, tops), radius: LETTERED };
  return { ...byLateness(tokens), letter: '', radius: DOT };
}

/** Sets what differs between the looks; where nothing does, nothing is drawn anew. */
function wear(map: MapLibreMap, worn: Dress, { look }: MapLook): void {
  const seen = (layer: string, yes: boolean): void => {
    map.setLayoutProperty(layer, 'visibility', yes ? 'visible' : 'none');
  };
  seen(HEAT, look === 'heat');
  seen(CLUSTERS, look !== 'heat');
  seen(COUNTS, look !== 'heat');
  seen(POINTS, look === 'urgency');
  // By age and by category a single matter is a dot too: its shape says how it stands against its limit.
  map.setFilter(CLUSTERS, look === 'urgency' ? CLUSTERED : null);
  map.setPaintProperty(CLUSTERS, 'circle-color', worn.colour);
  map.setPaintProperty(CLUSTERS, 'circle-radius', radius(worn.radius));
  map.setPaintProperty(COUNTS, 'text-color', worn.words);
  map.setLayoutProperty(COUNTS, 'text-field', [
    'case',
    ['>', COUNT, 1],
    ['to-string', ['get', 'count']],
    worn.letter,
  ]);
}

/** Pixels from the middle of a single matter to its edge, and of one that bears a letter. */
const DOT = 6;
const LETTERED = 9;
const COUNT: ExpressionSpecification = ['coalesce', ['get', 'count'], 1];

function radius(least: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['sqrt', COUNT], 1, least, 2, 11, 10, 18, 60, 30];
}

function byLateness(tokens: Tokens) {
  const colour: ExpressionSpecification = [
    'case',
    ['>', ['coalesce', ['get', 'late'], 0], 0],
    tokens.seal,
    tokens.indigo,
  ];
  return { colour, words: tokens.onInk };
}

function addLayers(map: MapLibreMap, tokens: Tokens): void {
  const shared = { source: SOURCE, 'source-layer': LAYER } as const;
  const heat: LayerSpecification = {
    id: HEAT,
    type: 'heatmap',
    ...shared,
    paint: {
      'heatmap-weight': ['interpolate', ['linear'], ['sqrt', COUNT], 1, 0.3, 12, 1],
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
      'circle-opacity': 0.9,
      'circle-stroke-color': tokens.mapGround,
      'circle-stroke-width': 2,
    },
  });
  map.addLayer({
    id: COUNTS,
    type: 'symbol',
    ...shared,
    layout: {
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
