/** A line drawn on the map by mouse, finger or key; loaded only where somebody draws one. */
import type { MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawLineStringMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LngLat } from '#kernel/geometry/index.ts';
import type { Tokens } from '#ui/theme/tokens.ts';

interface LineOptions {
  readonly tokens: Tokens;
  /** A place to which the hand is drawn; undefined where there is none near. */
  readonly snap: (place: LngLat) => LngLat | undefined;
  readonly drawn: (line: readonly LngLat[]) => void;
}

const MODE = 'linestring';

/** Begins; what it returns ends it and takes the line off the map. */
export function drawLine(map: MapLibreMap, { tokens, snap, drawn }: LineOptions): () => void {
  const hex = (colour: string): `#${string}` => colour as `#${string}`;
  const drawing = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [
      new TerraDrawLineStringMode({
        snapping: {
          toCustom: ({ lng, lat }: { readonly lng: number; readonly lat: number }) => {
            const place = snap([lng, lat]);
            return place && [Number(place[0].toFixed(9)), Number(place[1].toFixed(9))];
          },
        },
        styles: {
          lineStringColor: hex(tokens.indigo),
          lineStringWidth: 3,
          closingPointColor: hex(tokens.card),
          closingPointOutlineColor: hex(tokens.indigo),
          closingPointOutlineWidth: 2,
          closingPointWidth: 6,
          snappingPointColor: hex(tokens.indigo),
          snappingPointWidth: 5,
        },
      }),
    ],
  });
  drawing.start();
  drawing.setMode(MODE);
  drawing.on('finish', (id) => {
    const geometry = drawing.getSnapshotFeature(id)?.geometry;
    if (geometry?.type === 'LineString') drawn(geometry.coordinates as unknown as LngLat[]);
    drawing.removeFeatures([id]);
  });
  return () => drawing.stop();
}
