/** The installation's ground as sources and layers of a map, the same on every surface. */
import type { LayerSpecification, MapLibreMap, SourceSpecification } from 'maplibre-gl';
import type { Locale } from '#kernel/context.ts';
import type { MapGround } from '#kernel/map-ground.ts';
import type { ThemeName, Tokens } from '../theme/tokens.ts';
import { vectorLayers } from './vector-layers.ts';

export interface Worn {
  readonly tokens: Tokens;
  readonly theme: ThemeName;
  readonly language: Locale;
}

interface Drawn {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

/** Name of the source of each, by its place from below. */
const nameOf = (at: number): string => `basemap-${at}`;

/** Whether there are streets below: then what is ours lies on them as lines, not as ground. */
export function hasBasemap(map: MapLibreMap): boolean {
  return map.getSource(nameOf(0)) !== undefined;
}

/** @param origin scheme and host of the page */
export function basemapLayers(ground: MapGround | undefined, worn: Worn, origin: string): Drawn {
  if (ground === undefined) return { sources: {}, layers: [] };
  const { vectors } = ground;
  const names = Array.from({ length: ground.layers }, (_, at) => nameOf(at));
  const sources = Object.fromEntries(
    names.map((name, at) => [name, sourceOf(ground, `${origin}/basemap/${at}`)]),
  );
  const layers = names.flatMap((name) =>
    vectors === undefined ? [picture(name, worn.theme)] : vectorLayers(name, vectors, worn),
  );
  return { sources, layers };
}

function sourceOf({ edition, deepest, vectors }: MapGround, address: string): SourceSpecification {
  const tiles = [`${address}/{z}/{x}/{y}?${edition}`];
  return vectors === undefined
    ? { type: 'raster', tiles, tileSize: 256, maxzoom: deepest }
    : { type: 'vector', tiles, maxzoom: deepest };
}

function picture(name: string, theme: ThemeName): LayerSpecification {
  return {
    id: name,
    type: 'raster',
    source: name,
    // What stands on it must be seen first.
    paint: {
      'raster-saturation': -0.7,
      'raster-opacity': 0.7,
      'raster-fade-duration': 0,
      ...(theme === 'dark' && DIMMED),
    },
  };
}

const DIMMED = {
  'raster-brightness-max': 0.4,
  'raster-contrast': -0.1,
  'raster-opacity': 0.55,
} as const;
