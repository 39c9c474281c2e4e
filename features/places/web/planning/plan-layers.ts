/** Grids and households on the map: borders and names, what moves, what is held. */
import type { MapLibreMap } from 'maplibre-gl';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import { setData } from '#ui/map/set-data.ts';
import { addToneImages } from '#ui/map/tone-images.ts';
import type { Tokens } from '#ui/theme/tokens.ts';

export const HOMES = 'plan-homes';
const GRIDS = 'plan-grids';
export const GRID_GROUND = `${GRIDS}-ground`;
const MARKS = 'plan-marks';
const TODAY = 'plan-today';

export interface DrawnGrid {
  readonly number: number;
  readonly name: string;
  readonly geometry: MultiPolygon | null;
}

export interface Home {
  /** Number of the point. */
  readonly at: number;
  readonly place: readonly [number, number];
}

export interface Mark extends Home {
  readonly kind: 'moved' | 'pinned';
}

/** Six quiet grounds; neighbours are told apart by their border and name, the ground only helps. */
function groundsOf(tokens: Tokens): readonly string[] {
  const { indigoWash, jadeWash, amberWash, side, indigoLine, jadeLine } = tokens;
  return [indigoWash, jadeWash, amberWash, side, indigoLine, jadeLine];
}

export function gridData(grids: readonly DrawnGrid[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: grids.flatMap(({ number, name, geometry }) =>
      geometry === null
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { name, number, ground: number % 6 },
              geometry: geometry as unknown as GeoJSON.MultiPolygon,
            },
          ],
    ),
  };
}

export function homeData(homes: readonly (Home | Mark)[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: homes.map((home) => ({
      type: 'Feature',
      properties: { at: home.at, ...('kind' in home && { kind: home.kind }) },
      geometry: { type: 'Point', coordinates: [...home.place] },
    })),
  };
}

export interface PlanPicture {
  readonly grids: GeoJSON.FeatureCollection;
  readonly homes: GeoJSON.FeatureCollection;
  readonly marks: GeoJSON.FeatureCollection;
}

export function drawPlan(map: MapLibreMap, tokens: Tokens, picture: PlanPicture): void {
  addToneImages(map, tokens);
  const grounds = groundsOf(tokens);
  setData(map, GRIDS, picture.grids, [
    {
      id: GRID_GROUND,
      type: 'fill',
      source: GRIDS,
      paint: {
        'fill-color': [
          'match',
          ['get', 'ground'],
          ...grounds.slice(1).flatMap((colour, at) => [at + 1, colour]),
          grounds[0] ?? tokens.side,
        ] as unknown as string,
        'fill-opacity': 0.75,
      },
    },
    {
      id: `${GRIDS}-border`,
      type: 'line',
      source: GRIDS,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.ink, 'line-width': 1.4 },
    },
  ]);
  setData(map, HOMES, picture.homes, [
    {
      id: HOMES,
      type: 'circle',
      source: HOMES,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 1.6, 16, 5],
        'circle-color': tokens.muted,
        'circle-stroke-color': tokens.card,
        'circle-stroke-width': 0.8,
      },
    },
  ]);
  setData(map, MARKS, picture.marks, [
    {
      id: MARKS,
      type: 'symbol',
      source: MARKS,
      layout: {
        'icon-image': ['match', ['get', 'kind'], 'pinned', 'tone-in_hand', 'tone-soon'],
        'icon-size': 0.75,
        'icon-allow-overlap': true,
      },
    },
    {
      id: `${GRIDS}-name`,
      type: 'symbol',
      source: GRIDS,
      layout: { 'text-field': ['get', 'name'], 'text-font': ['sans'], 'text-size': 12.5 },
      paint: { 'text-color': tokens.ink, 'text-halo-color': tokens.card, 'text-halo-width': 1.6 },
    },
  ]);
}

/** The borders there were before, dashed. */
export function drawBefore(
  map: MapLibreMap,
  tokens: Tokens,
  today: GeoJSON.FeatureCollection,
): void {
  setData(map, TODAY, today, [
    {
      id: TODAY,
      type: 'line',
      source: TODAY,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.amber, 'line-width': 1.8, 'line-dasharray': [3, 2.5] },
    },
  ]);
}

/** Box around all homes and grids; undefined where there is nothing. */
export function boxAround(
  homes: readonly Home[],
  grids: readonly DrawnGrid[],
): [number, number, number, number] | undefined {
  const corners = grids.flatMap(({ geometry }) =>
    (geometry?.coordinates ?? []).flatMap(([outer = []]) => outer),
  );
  const all = [...homes.map(({ place }) => place), ...corners];
  if (all.length === 0) return undefined;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lng, lat] of all) {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
