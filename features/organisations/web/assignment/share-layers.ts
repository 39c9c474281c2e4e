/** Posts, their places and the ways between them on the map. */
import type { MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#kernel/geometry/index.ts';
import { setData } from '#ui/map/set-data.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import type { Board } from './board.ts';

export const PLACES = 'share-places';
const WAYS = 'share-ways';
const DRAGGED = 'share-dragged';

/** Pinned to the post; with another one than today; else with it by the plan; with nobody. */
type Standing = 'pinned' | 'changed' | 'has' | 'nobody';

export interface SharePicture {
  readonly places: GeoJSON.FeatureCollection;
  readonly ways: GeoJSON.FeatureCollection;
}

export function pictureOf(board: Board): SharePicture {
  const { told, shares, homes } = board;
  const places = told.places.map(({ lng, lat }, place) => ({
    place,
    at: [lng, lat] as const,
    post: shares.post[place] ?? -1,
    standing: standingOf(board, place),
  }));
  return {
    places: {
      type: 'FeatureCollection',
      features: places.map(({ place, at, standing }) => ({
        type: 'Feature',
        properties: { place, standing, name: told.places[place]?.name },
        geometry: { type: 'Point', coordinates: [...at] },
      })),
    },
    ways: {
      type: 'FeatureCollection',
      features: places.flatMap(({ at, post, standing }) => {
        const home = homes[post];
        return home === undefined ? [] : [way(home, at, { standing })];
      }),
    },
  };
}

function standingOf({ told, shares, pins }: Board, place: number): Standing {
  const post = shares.post[place] ?? -1;
  if (post < 0) return 'nobody';
  if ((pins[place] ?? -1) >= 0) return 'pinned';
  const today = told.places[place]?.postId ?? null;
  return today !== null && today !== told.posts[post]?.postId ? 'changed' : 'has';
}

function way(from: LngLat, to: LngLat, properties: Readonly<Record<string, string>> = {}) {
  return {
    type: 'Feature' as const,
    properties,
    geometry: { type: 'LineString' as const, coordinates: [[...from], [...to]] },
  };
}

export function drawShares(map: MapLibreMap, tokens: Tokens, picture: SharePicture): void {
  const byStanding = (pinned: string, changed: string, other: string) =>
    [
      'match',
      ['get', 'standing'],
      'pinned',
      pinned,
      'changed',
      changed,
      other,
    ] as unknown as string;
  setData(map, WAYS, picture.ways, [
    {
      id: WAYS,
      type: 'line',
      source: WAYS,
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': byStanding(tokens.indigo, tokens.amber, tokens.muted),
        'line-width': ['match', ['get', 'standing'], 'pinned', 3, 'changed', 2, 1.2],
      },
    },
  ]);
  setData(map, PLACES, picture.places, [
    {
      id: PLACES,
      type: 'circle',
      source: PLACES,
      paint: {
        'circle-radius': ['match', ['get', 'standing'], 'nobody', 9, 6.5],
        'circle-color': [
          'match',
          ['get', 'standing'],
          'pinned',
          tokens.indigo,
          'nobody',
          tokens.seal,
          tokens.card,
        ],
        'circle-stroke-color': byStanding(tokens.indigo, tokens.amber, tokens.ink),
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: `${PLACES}-name`,
      type: 'symbol',
      source: PLACES,
      minzoom: 14,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans'],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.7],
      },
      paint: { 'text-color': tokens.ink, 'text-halo-color': tokens.card, 'text-halo-width': 1.6 },
    },
  ]);
}

/** The way a courtyard would have while it is dragged; none: it was let go. */
export function drawDragged(
  map: MapLibreMap,
  tokens: Tokens,
  dragged?: { readonly from: LngLat; readonly to: LngLat },
): void {
  const features = dragged === undefined ? [] : [way(dragged.from, dragged.to)];
  setData(map, DRAGGED, { type: 'FeatureCollection', features }, [
    {
      id: DRAGGED,
      type: 'line',
      source: DRAGGED,
      paint: { 'line-color': tokens.indigo, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
  ]);
}
