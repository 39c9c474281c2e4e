/** Grids, zones among them, and sites as they stand today: over the areas, below what is shown on them. */
import type { LayerSpecification, MapLibreMap } from 'maplibre-gl';
import type { Tokens } from '#ui/theme/tokens.ts';
import { placesTile } from '../contract.ts';

export type Ground = 'grids' | 'sites';

const DEEPEST = 16;

/** Draws a layer of the ground, or takes it away; a second time on the same style it does nothing. */
export function drawGround(
  map: MapLibreMap,
  tokens: Tokens,
  ground: Ground,
  { shown, below }: { readonly shown: boolean; readonly below: string },
): void {
  const layers = ground === 'grids' ? gridLayers(tokens) : siteLayers(tokens);
  if (map.getSource(ground) !== undefined) {
    for (const { id } of layers)
      map.setLayoutProperty(id, 'visibility', shown ? 'visible' : 'none');
    return;
  }
  // Nothing is fetched before somebody wants it.
  if (!shown) return;
  const path = placesTile.path.replace(':layer', ground).replace(/:(z|x|y)/g, '{$1}');
  map.addSource(ground, {
    type: 'vector',
    tiles: [`${window.location.origin}${path}`],
    maxzoom: DEEPEST,
  });
  for (const layer of layers) map.addLayer(layer, below);
}

/** Zones and grids of responsibility lie over others: their borders are broken. */
function gridLayers(tokens: Tokens): readonly LayerSpecification[] {
  const shared = { source: 'grids', 'source-layer': 'grids' } as const;
  const lies: ['in', unknown, unknown] = [
    'in',
    ['get', 'kind'],
    ['literal', ['zone', 'responsibility']],
  ];
  const line = (id: string, filter: unknown[], dash?: [number, number]): LayerSpecification => ({
    id,
    type: 'line',
    ...shared,
    filter: filter as never,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': tokens.jade,
      'line-width': 1.4,
      ...(dash && { 'line-dasharray': dash }),
    },
  });
  return [
    line('grid-borders', ['!', lies]),
    line('zone-borders', lies, [3, 2]),
    {
      id: 'grid-names',
      type: 'symbol',
      ...shared,
      minzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans'],
        'text-size': 11.5,
        'text-padding': 8,
      },
      paint: {
        'text-color': tokens.jade,
        'text-halo-color': tokens.mapGround,
        'text-halo-width': 1.5,
      },
    },
  ];
}

function siteLayers(tokens: Tokens): readonly LayerSpecification[] {
  const shared = { source: 'sites', 'source-layer': 'sites' } as const;
  return [
    {
      id: 'site-ground',
      type: 'fill',
      ...shared,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': tokens.amberWash, 'fill-outline-color': tokens.amber },
    },
    {
      id: 'site-places',
      type: 'circle',
      ...shared,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4,
        'circle-color': tokens.amberWash,
        'circle-stroke-color': tokens.amber,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'site-names',
      type: 'symbol',
      ...shared,
      minzoom: 15,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans'],
        'text-size': 11,
        'text-anchor': 'top',
        'text-offset': [0, 0.6],
      },
      paint: {
        'text-color': tokens.amberInk,
        'text-halo-color': tokens.mapGround,
        'text-halo-width': 1.5,
      },
    },
  ];
}
