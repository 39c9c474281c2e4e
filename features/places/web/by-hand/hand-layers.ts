/** What lies over the grids while they are drawn by hand: the borders of today, the chosen grid, what can be held. */
import type { MapLibreMap } from 'maplibre-gl';
import { setData } from '#ui/map/set-data.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import type { Handle } from '../../rules/draft/handles.ts';
import { type DrawnGrid, drawBefore, gridData } from '../planning/plan-layers.ts';

const CHOSEN = 'hand-chosen';
const HANDLES = 'hand-handles';
/** Wider than what is seen, for fingers. */
export const HOLDS = 'hand-holds';

export function handleData(handles: readonly Handle[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: handles.map(({ kind, at, place: [lng, lat] }) => ({
      type: 'Feature',
      properties: { kind, at },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  };
}

interface Over {
  readonly today: GeoJSON.FeatureCollection;
  readonly chosen: readonly DrawnGrid[];
  readonly handles: GeoJSON.FeatureCollection;
}

export function drawOver(map: MapLibreMap, tokens: Tokens, { today, chosen, handles }: Over): void {
  drawBefore(map, tokens, today);
  setData(map, CHOSEN, gridData(chosen), [
    {
      id: CHOSEN,
      type: 'line',
      source: CHOSEN,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.indigo, 'line-width': 3 },
    },
  ]);
  setData(map, HANDLES, handles, [
    {
      id: HANDLES,
      type: 'circle',
      source: HANDLES,
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'middle', 4, 6.5],
        'circle-color': ['match', ['get', 'kind'], 'corner', tokens.indigo, tokens.card],
        'circle-stroke-color': tokens.indigo,
        'circle-stroke-width': ['match', ['get', 'kind'], 'middle', 1.2, 2.2],
      },
    },
    {
      id: HOLDS,
      type: 'circle',
      source: HANDLES,
      paint: { 'circle-radius': 13, 'circle-opacity': 0 },
    },
  ]);
}
