/** The border of one area on the ground of the others. */
import type { MapLibreMap } from 'maplibre-gl';
import { type ReactNode, useCallback } from 'react';
import type { Answer } from '#kernel/endpoint.ts';
import { MapView } from '#ui/map/map-view.tsx';
import { setData } from '#ui/map/set-data.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import type { getArea } from '../contract.ts';
import { drawAreas } from './area-layer.ts';

type MultiPolygon = NonNullable<Answer<typeof getArea>['geometry']>;

interface AreaMapProps {
  readonly label: string;
  readonly geometry: MultiPolygon;
}

type Bounds = [west: number, south: number, east: number, north: number];

export default function AreaMap({ label, geometry }: AreaMapProps): ReactNode {
  const draw = useCallback(
    (map: MapLibreMap, tokens: Tokens) => {
      drawAreas(map, tokens);
      setData(map, 'chosen-area', geometry, [
        {
          id: 'chosen-area',
          type: 'fill',
          source: 'chosen-area',
          paint: { 'fill-color': tokens.indigo, 'fill-opacity': 0.12 },
        },
        {
          id: 'chosen-area-border',
          type: 'line',
          source: 'chosen-area',
          paint: { 'line-color': tokens.indigo, 'line-width': 2 },
        },
      ]);
    },
    [geometry],
  );
  return (
    <div className="area-map">
      <MapView label={label} start={{ bounds: boundsOf(geometry) }} draw={draw} />
    </div>
  );
}

function boundsOf({ coordinates }: MultiPolygon): Bounds {
  const points = coordinates.flat(2);
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  return [least(lngs), least(lats), most(lngs), most(lats)];
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
