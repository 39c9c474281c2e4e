/** One map of the matters, and beside it the list of what it shows. */
import { PrinterOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MapLibreMap } from 'maplibre-gl';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mattersInBox } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { Waiting } from '#ui/lists/waiting.tsx';
import { MapView } from '#ui/map/map-view.tsx';
import type { Tokens } from '#ui/theme/tokens.ts';
import { queryOf } from '../filter/filter-address.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { type FilterControl, useFilter } from '../filter/use-filter.ts';
import { boundsAround } from './bounds-around.ts';
import { BoxList } from './box-list.tsx';
import { addressOfLook } from './look.ts';
import { LookBar } from './look-bar.tsx';
import { MapLegend } from './map-legend.tsx';
import './map-screen.css';
import { CLUSTERS, drawMatters, POINTS } from './tile-layers.ts';
import { TimeSlider } from './time-slider.tsx';
import { useLook } from './use-look.ts';
import { useTops } from './use-tops.ts';

const WORLD = '-180,-85,180,85';

export default function MapScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const control = useFilter();
  const first = useRead(
    mattersInBox,
    { query: { bbox: WORLD } },
    { fresh: Number.POSITIVE_INFINITY },
  );
  return (
    <div className="map-screen">
      <header className="map-head">
        <h1>{t('web.map.title')}</h1>
        <p className="screen-purpose">{t('web.map.purpose')}</p>
        <FilterBar control={control} shapes={false} />
        <LookBar />
      </header>
      {first.isPending ? (
        <Waiting />
      ) : (
        <MapAndList control={control} bounds={boundsAround(first.data?.points ?? [])} />
      )}
    </div>
  );
}

interface MapAndListProps {
  readonly control: FilterControl;
  readonly bounds: readonly [number, number, number, number];
}

function MapAndList({ control, bounds }: MapAndListProps): ReactNode {
  const { filter } = control;
  const { t } = useTranslation('matters');
  const navigate = useNavigate();
  const { chosen } = useLook();
  const tops = useTops(chosen.look);
  const map = useRef<MapLibreMap>(undefined);
  const [box, setBox] = useState(bounds.join(','));
  // The press is painted first, then what the map makes of it.
  const drawn = useDeferredValue(filter);
  const worn = useDeferredValue(chosen);
  const draw = useCallback(
    (on: MapLibreMap, tokens: Tokens) => drawMatters(on, tokens, drawn, worn, tops),
    [drawn, worn, tops],
  );
  const show = useCallback(({ lng, lat }: { readonly lng: number; readonly lat: number }) => {
    map.current?.easeTo({ center: [lng, lat], zoom: 16 });
  }, []);
  const only = useMemo(
    () => ({
      chosen: filter.categoryId,
      choose: (categoryId: string | undefined) => control.set('categoryId', categoryId),
    }),
    [filter.categoryId, control],
  );
  const open = (matterId: string): void => {
    navigate({ to: '/matters/$matterId', params: { matterId }, search: filter }).catch(reportError);
  };
  const ready = (made: MapLibreMap): void => {
    map.current = made;
    const look = (): void =>
      setBox(
        made
          .getBounds()
          .toArray()
          .flat()
          .map((degree) => degree.toFixed(5))
          .join(','),
      );
    made.on('moveend', look);
    for (const layer of [POINTS, CLUSTERS]) {
      made.on('click', layer, ({ features, lngLat }) => {
        const id: unknown = features?.[0]?.properties['id'];
        if (typeof id === 'string') open(id);
        else made.easeTo({ center: lngLat, zoom: made.getZoom() + 2 });
      });
    }
    for (const layer of [POINTS, CLUSTERS]) {
      made.on('mouseenter', layer, () => (made.getCanvas().style.cursor = 'pointer'));
      made.on('mouseleave', layer, () => (made.getCanvas().style.cursor = ''));
    }
  };
  const read = useRead(mattersInBox, { query: { ...queryOf(filter), bbox: box } }, { keep: true });
  return (
    <div className="map-and-list">
      <div className="map-holder">
        <MapView
          label={t('web.map.title')}
          start={{ bounds: [...bounds] as [number, number, number, number] }}
          draw={draw}
          ready={ready}
        />
        <MapLegend {...chosen} tops={tops} only={only} />
        <footer className="map-foot">
          <TimeSlider control={control} />
          <Link to="/map/sheet" search={{ ...filter, ...addressOfLook(chosen), bbox: box }}>
            <PrinterOutlined aria-hidden /> {t('web.map.sheet')}
          </Link>
        </footer>
      </div>
      <BoxList read={read} filter={filter} show={show} />
    </div>
  );
}
