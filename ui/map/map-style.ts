/** A quiet ground drawn from the tokens; a basemap only where the installation names one. */
import type { StyleSpecification } from 'maplibre-gl';
import type { Tokens } from '../theme/tokens.ts';

/** Raster tiles an installation has chosen; `{z}/{x}/{y}` in the address. */
export interface Basemap {
  readonly tiles: string;
  readonly attribution: string;
}

export function groundStyle(tokens: Tokens, basemap?: Basemap): StyleSpecification {
  return {
    version: 8,
    sources: basemap
      ? {
          basemap: {
            type: 'raster',
            tiles: [basemap.tiles],
            tileSize: 256,
            attribution: basemap.attribution,
          },
        }
      : {},
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': tokens.mapGround } },
      ...(basemap ? [{ id: 'basemap', type: 'raster' as const, source: 'basemap' }] : []),
    ],
  };
}
