/** Where one matter is: a point on its ground, no more than a picture. */
import type { MapLibreMap } from 'maplibre-gl';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { drawAreas } from '#features/places/web/public.ts';
import { MapView } from '#ui/map/map-view.tsx';
import { setData } from '#ui/map/set-data.ts';
import { addToneImages } from '#ui/map/tone-images.ts';
import type { Tone } from '#ui/status/tone.ts';
import type { Tokens } from '#ui/theme/tokens.ts';

interface SmallMapProps {
  readonly lng: number;
  readonly lat: number;
  readonly tone: Tone;
}

const ZOOM = 15;

export default function SmallMap({ lng, lat, tone }: SmallMapProps): ReactNode {
  const { t } = useTranslation('matters');
  const draw = useCallback(
    (map: MapLibreMap, tokens: Tokens) => {
      drawAreas(map, tokens);
      addToneImages(map, tokens);
      setData(map, 'place', { type: 'Point', coordinates: [lng, lat] }, [
        {
          id: 'place',
          type: 'symbol',
          source: 'place',
          layout: { 'icon-image': `tone-${tone}`, 'icon-size': 1.2 },
        },
      ]);
    },
    [lng, lat, tone],
  );
  return (
    <div className="small-map">
      <MapView
        label={t('web.detail.map')}
        start={{ center: [lng, lat], zoom: ZOOM }}
        moves={false}
        draw={draw}
      />
    </div>
  );
}
