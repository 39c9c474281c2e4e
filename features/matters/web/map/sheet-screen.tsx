/** The map as a sheet of A3: what it shows, of when and under which conditions, with its legend. */
import { Link, useSearch } from '@tanstack/react-router';
import type { MapLibreMap } from 'maplibre-gl';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import { countMatters } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { MapView } from '#ui/map/map-view.tsx';
import { Sheet } from '#ui/print/sheet.tsx';
import type { Tokens } from '#ui/theme/tokens.ts';
import { useNow, useTimeZone } from '#ui/time/now.ts';
import { conditionsOf, queryOf } from '../filter/filter-address.ts';
import { useConditionWords } from '../filter/use-condition-words.ts';
import { useFilter } from '../filter/use-filter.ts';
import { usePlace } from '../lookup/use-place.ts';
import { drawForPaper } from './for-paper.ts';
import { addressOfLook } from './look.ts';
import { MapLegend } from './map-legend.tsx';
import './sheet-screen.css';
import { drawMatters } from './tile-layers.ts';
import { useLook } from './use-look.ts';
import { useTops } from './use-tops.ts';

type Box = [west: number, south: number, east: number, north: number];

export default function SheetScreen(): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const { filter } = useFilter();
  const { chosen } = useLook();
  const tops = useTops(chosen.look);
  const wordsOf = useConditionWords(filter);
  const session = useSession();
  const place = usePlace();
  const search: { bbox?: unknown } = useSearch({ strict: false });
  const bounds = boxOf(search.bbox) ?? place.data?.bbox ?? undefined;
  const count = useRead(countMatters, { query: queryOf(filter) });
  const draw = useCallback(
    (on: MapLibreMap, tokens: Tokens) => {
      drawMatters(on, tokens, filter, chosen, tops);
      drawForPaper(on, chosen);
    },
    [filter, chosen, tops],
  );
  const [isDrawn, setDrawn] = useState(false);
  const at = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: useTimeZone(),
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(useNow());
  const name = (i18n.language === 'en' && place.data?.tenantNameEn) || session.tenant.name;
  const said = conditionsOf(filter).map(([key, value]) => wordsOf(key, value));
  return (
    <Sheet
      size="a3-landscape"
      waits={count.isPending || place.isPending || (bounds !== undefined && !isDrawn)}
      label={t('web.map.sheetTitle', { name })}
      tools={
        <Link to="/map" search={{ ...filter, ...addressOfLook(chosen) }}>
          {t('web.map.sheetBack')}
        </Link>
      }
    >
      <header className="map-sheet-head">
        <h1>{t('web.map.sheetTitle', { name })}</h1>
        <p>
          {[
            said.length === 0 ? t('web.filter.view.all') : said.join(t('web.comma')),
            count.data && t('web.map.sheetCount', { count: count.data.count }),
            t('web.map.sheetAt', { at }),
            place.data?.demonstration === true && t('web.order.demonstration'),
          ]
            .filter(Boolean)
            .join('　')}
        </p>
      </header>
      <div className="map-sheet-ground">
        {bounds && (
          <MapView
            label={t('web.map.title')}
            start={{ bounds }}
            printed
            draw={draw}
            drawn={setDrawn}
          />
        )}
      </div>
      <MapLegend {...chosen} tops={tops} />
    </Sheet>
  );
}

/** west,south,east,north as they stand in the address; undefined where that is no box. */
function boxOf(text: unknown): Box | undefined {
  const numbers = typeof text === 'string' ? text.split(',').map(Number) : [];
  const [west, south, east, north] = numbers;
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    return undefined;
  }
  const fits = numbers.every(Number.isFinite) && west < east && south < north;
  return fits && Math.abs(south) <= 85 && Math.abs(north) <= 85
    ? [west, south, east, north]
    : undefined;
}
