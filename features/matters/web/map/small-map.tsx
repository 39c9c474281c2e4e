/** Where one matter is, then the next: a point on its ground, no more than a picture. */
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
const PLACE = 'place';

export default function SmallMap({ lng, lat, tone }: SmallMapProps): ReactNode {
  const { t } = useTranslation('matters');
  const draw = useCallback(
    (map: MapLibreMap, tokens: Tokens) => {
      drawAreas(map, tokens);
      if (map.getSource(PLACE) === undefined) addToneImages(map, tokens);
      map.jumpTo({ center: [lng, lat] });
      const geometry: GeoJSON.Point = { type: 'Point', coordinates: [lng, lat] };
      setData(map, PLACE, { type: 'Feature', geometry, properties: { tone } }, [
        {
          id: PLACE,
          type: 'symbol',
          source: PLACE,
          layout: { 'icon-image': ['concat', 'tone-', ['get', 'tone']], 'icon-size': 1.2 },
        },
      ]);
    },
    [lng, lat, tone],
  );
  return (
    <MapView
      label={t('web.detail.map')}
      start={{ center: [lng, lat], zoom: ZOOM }}
      moves={false}
      draw={draw}
    />
  );
}
