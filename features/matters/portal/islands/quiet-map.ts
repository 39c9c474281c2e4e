/** A map on quiet ground, without any vendor's tiles: the edge of the place and points of ours. */
import 'maplibre-gl/dist/maplibre-gl.css';
import './quiet-map.css';
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MapGround } from '#kernel/map-ground.ts';
import { basemapLayers } from '#ui/map/basemap-layers.ts';
import { TOKENS } from '#ui/theme/tokens.ts';
import type { Box } from './find.ts';

export interface MapPoint {
  readonly lng: number;
  readonly lat: number;
  readonly state: 'open' | 'closed';
}

export interface QuietMap {
  centre(): { readonly lng: number; readonly lat: number };
  show(points: readonly MapPoint[]): void;
  goTo(lng: number, lat: number): void;
}

interface Opening {
  readonly box: Box | undefined;
  readonly centre?: { readonly lng: number; readonly lat: number } | undefined;
}

/** Resolves once the ground is drawn. */
export async function openQuietMap(
  ground: HTMLElement,
  { box, centre }: Opening,
): Promise<QuietMap> {
  setWorkerUrl(worker);
  const below = await groundBelow();
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const tokens = TOKENS[theme];
  const worn = { tokens, theme, language: LANGUAGE } as const;
  const streets = basemapLayers(below, worn, location.origin);
  const map = new MapLibre({
    container: ground,
    style: {
      version: 8,
      sources: {
        ...streets.sources,
        edge: { type: 'geojson', data: edgeOf(box) },
        points: empty(),
      },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': tokens.mapGround } },
        ...(below !== undefined
          ? streets.layers
          : [
              {
                id: 'place',
                type: 'fill' as const,
                source: 'edge',
                paint: { 'fill-color': tokens.card },
              },
            ]),
        {
          id: 'edge',
          type: 'line',
          source: 'edge',
          paint: { 'line-color': tokens.mapLine, 'line-width': 1.5 },
        },
        pointLayer('closed', 4, tokens.jade, tokens.card),
        pointLayer('open', 6, tokens.indigo, tokens.indigo),
        chosenLayer(tokens.seal),
      ],
    },
    ...(box && {
      bounds: box as [number, number, number, number],
      fitBoundsOptions: { padding: 16 },
    }),
    ...(centre && { center: centre, zoom: 16 }),
    attributionControl: below !== undefined && {
      compact: false,
      customAttribution: below.credit[LANGUAGE],
    },
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({}), 'bottom-left');
  await new Promise<unknown>((loaded) => map.once('load', loaded));
  return {
    centre: () => map.getCenter(),
    show: (points) => {
      map.getSource<GeoJSONSource>('points')?.setData(collection(points));
      if (!box && points.length > 0) map.fitBounds(boundsOf(points), { padding: 40, maxZoom: 16 });
    },
    goTo: (lng, lat) => {
      map.setFilter('chosen', ['==', ['get', 'place'], `${lng},${lat}`]);
      map.jumpTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), 15) });
    },
  };
}

function pointLayer(state: MapPoint['state'], radius: number, colour: string, inside: string) {
  return {
    id: state,
    type: 'circle' as const,
    source: 'points',
    filter: ['==', ['get', 'state'], state] as ['==', ['get', string], string],
    paint: {
      'circle-radius': radius,
      'circle-color': inside,
      'circle-stroke-color': colour,
      'circle-stroke-width': 2,
    },
  };
}

function chosenLayer(edge: string) {
  return {
    id: 'chosen',
    type: 'circle' as const,
    source: 'points',
    filter: ['==', ['get', 'place'], ''] as ['==', ['get', string], string],
    paint: {
      'circle-radius': 14,
      'circle-color': 'rgba(0, 0, 0, 0)',
      'circle-stroke-color': edge,
      'circle-stroke-width': 3,
    },
  };
}

function empty() {
  return { type: 'geojson' as const, data: collection([]) };
}

function collection(points: readonly MapPoint[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(({ lng, lat, state }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { state, place: `${lng},${lat}` },
    })),
  };
}

function edgeOf(box: Box | undefined): GeoJSON.FeatureCollection {
  if (box === undefined) return { type: 'FeatureCollection', features: [] };
  const [west, south, east, north] = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geometry = { type: 'Polygon' as const, coordinates: [ring] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] };
}

function boundsOf(points: readonly MapPoint[]): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const { lng, lat } of points) bounds.extend([lng, lat]);
  return bounds;
}

const LANGUAGE = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';

/** What the installation's maps stand on; undefined where it names nothing, or does not answer. */
async function groundBelow(): Promise<MapGround | undefined> {
  const found = await fetch('/basemap')
    .then(async (answer) => (await answer.json()) as MapGround)
    .catch(() => undefined);
  return (found?.layers ?? 0) > 0 ? found : undefined;
}
