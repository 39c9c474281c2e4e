/** The areas as a quiet ground: borders, the higher the stronger, and their names. */
import type { MapLibreMap } from 'maplibre-gl';
import { hasBasemap } from '#ui/map/basemap-layers.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import { placesTile } from '../contract.ts';

/** Source, and the layer inside its tiles. */
const AREAS = 'areas';
const DEEPEST = 15;
/** Layer of their names: what lies on the ground and must not cover them goes below it. */
export const AREA_NAMES = 'area-names';

/** Draws the areas below everything else; a second time on the same style it does nothing. */
export function drawAreas(map: MapLibreMap, tokens: Tokens): void {
  if (map.getSource(AREAS) !== undefined) return;
  const path = placesTile.path.replace(':layer', AREAS).replace(/:(z|x|y)/g, '{$1}');
  map.addSource(AREAS, {
    type: 'vector',
    tiles: [`${window.location.origin}${path}`],
    maxzoom: DEEPEST,
  });
  const shared = { source: AREAS, 'source-layer': AREAS } as const;
  // Among the lines and names of streets, ours are the stronger.
  const isOverStreets = hasBasemap(map);
  if (!isOverStreets) {
    map.addLayer({
      id: 'area-ground',
      type: 'fill',
      ...shared,
      filter: ['==', ['get', 'depth'], 1],
      paint: { 'fill-color': tokens.card, 'fill-opacity': 0.6 },
    });
  }
  map.addLayer({
    id: 'area-borders',
    type: 'line',
    ...shared,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': isOverStreets ? tokens.muted : tokens.mapLine,
      'line-width': ['match', ['get', 'depth'], 1, 2, 2, 1.4, 0.8],
    },
  });
  map.addLayer({
    id: AREA_NAMES,
    type: 'symbol',
    ...shared,
    filter: ['>', ['get', 'depth'], 1],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['sans'],
      'text-size': ['match', ['get', 'depth'], 2, 12.5, 11.5],
      'text-padding': 12,
    },
    paint: {
      'text-color': isOverStreets ? tokens.ink : tokens.muted,
      'text-halo-color': tokens.mapGround,
      'text-halo-width': 1.5,
    },
  });
}
