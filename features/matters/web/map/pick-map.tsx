/** A point given by a press on the map, or taken away again. */
import { Button } from 'antd';
import type { MapLibreMap } from 'maplibre-gl';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { mattersInBox } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { MapView } from '#ui/map/map-view.tsx';
import { setData } from '#ui/map/set-data.ts';
import type { Tokens } from '#ui/theme/tokens.ts';
import { boundsAround } from './bounds-around.ts';
import { USUAL_LOOK } from './look.ts';
import { drawMatters } from './tile-layers.ts';
import './pick-map.css';

interface Point {
  readonly lng: number;
  readonly lat: number;
}

interface PickMapProps {
  readonly point: Point | undefined;
  readonly pick: (point: Point | undefined) => void;
}

const WORLD = '-180,-85,180,85';
const OPEN = { open: 'true' } as const;
const DIGITS = 6;

export default function PickMap({ point, pick }: PickMapProps): ReactNode {
  const { t } = useTranslation('matters');
  const first = useRead(
    mattersInBox,
    { query: { bbox: WORLD } },
    { fresh: Number.POSITIVE_INFINITY },
  );
  const draw = useCallback(
    (map: MapLibreMap, tokens: Tokens) => {
      drawMatters(map, tokens, OPEN, USUAL_LOOK);
      const features = point === undefined ? [] : [feature(point)];
      setData(map, 'picked', { type: 'FeatureCollection', features }, [
        {
          id: 'picked',
          type: 'circle',
          source: 'picked',
          paint: {
            'circle-radius': 9,
            'circle-color': tokens.ink,
            'circle-stroke-color': tokens.card,
            'circle-stroke-width': 3,
          },
        },
      ]);
    },
    [point],
  );
  if (first.isPending) return null;
  return (
    <>
      <MapView
        label={t('web.entry.map')}
        start={{
          bounds: [...boundsAround(first.data?.points ?? [])] as [number, number, number, number],
        }}
        draw={draw}
        ready={(map) => {
          map.getCanvas().style.cursor = 'crosshair';
          map.on('click', ({ lngLat }) => pick({ lng: round(lngLat.lng), lat: round(lngLat.lat) }));
        }}
      />
      <p className="pick-says" role="status">
        {point === undefined ? (
          t('web.entry.pick')
        ) : (
          <>
            {point.lng.toFixed(5)}, {point.lat.toFixed(5)}{' '}
            <Button size="small" onClick={() => pick(undefined)}>
              {t('web.entry.unpick')}
            </Button>
          </>
        )}
      </p>
    </>
  );
}

const round = (degree: number): number => Number(degree.toFixed(DIGITS));

function feature({ lng, lat }: Point): GeoJSON.Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties: {} };
}
