/** A quiet ground drawn from the tokens; a basemap only where the installation names one. */
import type { StyleSpecification } from 'maplibre-gl';
import type { MapGround } from '#kernel/map-ground.ts';
import { basemapLayers, type Worn } from './basemap-layers.ts';

export function groundStyle(worn: Worn, basemap: MapGround | undefined): StyleSpecification {
  const { sources, layers } = basemapLayers(basemap, worn, location.origin);
  return {
    version: 8,
    // Another look of what is shown is there at once, for those whom movement disturbs too.
    transition: { duration: 0, delay: 0 },
    sources,
    layers: [
      {
        id: 'ground',
        type: 'background',
        paint: { 'background-color': worn.tokens.mapGround },
      },
      ...layers,
    ],
  };
}
