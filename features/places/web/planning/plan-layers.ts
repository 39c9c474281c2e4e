/** Grids and households on the map: borders and names, what moves, what is held. */
import type { MapLibreMap } from 'maplibre-gl';
import type { LngLat, MultiPolygon } from '#kernel/geometry/index.ts';
import { setData } from '#ui/map/set-data.ts';
import type { Tokens } from '#ui/theme/tokens.ts';

export const HOMES = 'plan-homes';
const GRIDS = 'plan-grids';
export const GRID_GROUND = `${GRIDS}-ground`;
const MOVED = 'plan-moved';
const PINNED = 'plan-pinned';
const TODAY = 'plan-today';

export interface DrawnGrid {
  readonly number: number;
  readonly name: string;
  readonly geometry: MultiPolygon | null;
}

/** Where households are, one after another. */
export type Homes = readonly LngLat[];

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

/** As one feature: what is copied to the map's worker is little more than the numbers. */
export function homeData(homes: Homes): GeoJSON.Feature {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPoint', coordinates: homes as unknown as GeoJSON.Position[] },
  };
}

/** The household nearest to a spot, -1 for none. */
export function nearestHome(homes: Homes, { lng, lat }: Spot): number {
  const narrow = Math.cos((lat * Math.PI) / 180) ** 2;
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [at, [x, y]] of homes.entries()) {
    const far = narrow * (x - lng) ** 2 + (y - lat) ** 2;
    if (far < least) [nearest, least] = [at, far];
  }
  return nearest;
}

interface Spot {
  readonly lng: number;
  readonly lat: number;
}

export interface PlanPicture {
  readonly grids: GeoJSON.FeatureCollection;
  readonly homes: GeoJSON.Feature;
  readonly moved: GeoJSON.Feature;
  readonly pinned: GeoJSON.Feature;
}

export function drawPlan(map: MapLibreMap, tokens: Tokens, picture: PlanPicture): void {
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
  // Told apart by shape as well as colour. Circles: symbols would be placed one by one on the page's thread.
  setData(map, MOVED, picture.moved, [
    {
      id: MOVED,
      type: 'circle',
      source: MOVED,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 2.4, 16, 7],
        'circle-color': tokens.amber,
        'circle-stroke-color': tokens.card,
        'circle-stroke-width': 1,
      },
    },
  ]);
  setData(map, PINNED, picture.pinned, [
    {
      id: PINNED,
      type: 'circle',
      source: PINNED,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 16, 7],
        'circle-color': tokens.card,
        'circle-stroke-color': tokens.indigo,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11, 1.6, 16, 3.5],
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

/** Corners of the grids' outlines. */
export function cornersOf(grids: readonly DrawnGrid[]): readonly LngLat[] {
  return grids.flatMap(({ geometry }) =>
    (geometry?.coordinates ?? []).flatMap(([outer = []]) => outer),
  );
}
