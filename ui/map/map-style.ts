/** A quiet ground drawn from the tokens; a basemap only where the installation names one. */
import type { RasterLayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { ThemeName, Tokens } from '../theme/tokens.ts';
import type { Basemap } from './basemap.ts';

const DEEPEST = 18;

export function groundStyle(
  tokens: Tokens,
  theme: ThemeName,
  basemap: Basemap | undefined,
): StyleSpecification {
  const names = Array.from({ length: basemap?.layers ?? 0 }, (_, at) => `basemap-${at}`);
  return {
    version: 8,
    sources: Object.fromEntries(
      names.map((name, at) => [
        name,
        {
          type: 'raster',
          tiles: [`${location.origin}/basemap/${at}/{z}/{x}/{y}`],
          tileSize: 256,
          maxzoom: DEEPEST,
        },
      ]),
    ),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': tokens.mapGround } },
      ...names.map(
        (name): RasterLayerSpecification => ({
          id: name,
          type: 'raster',
          source: name,
          // What stands on it must be seen first.
          paint: { 'raster-saturation': -0.7, ...(theme === 'dark' ? DIMMED : {}) },
        }),
      ),
    ],
  };
}

const DIMMED = { 'raster-brightness-max': 0.45, 'raster-contrast': -0.1 } as const;
