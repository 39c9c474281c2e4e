/** Where it is, in words and as a point on its ground. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterDetail } from '#features/matters/contract.ts';
import { useLater } from '#ui/time/use-later.ts';
import { MapHere } from './kept-map.tsx';

/** Milliseconds after which who has opened a matter is taken to read it, and not to pass it by. */
const READS = 300;

export function Place({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  const { place } = matter;
  const reads = useLater(READS);
  const words = [place.areaName, place.gridName, place.text].filter(Boolean).join(' · ');
  return (
    <section aria-label={t('web.detail.place')}>
      {place.lng !== null && place.lat !== null && (
        <div className="small-map">
          {reads && <MapHere lng={place.lng} lat={place.lat} tone={matter.urgency} />}
        </div>
      )}
      <p className="detail-place">
        {words}
        {place.exactness === 'inexact' && (
          <span className="muted"> · {t('web.detail.inexact')}</span>
        )}
        {place.exactness === 'none' && <span className="muted"> · {t('web.detail.noPoint')}</span>}
      </p>
    </section>
  );
}
