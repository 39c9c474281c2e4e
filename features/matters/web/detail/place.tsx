/** Where it is, in words and as a point on its ground. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterDetail } from '#features/matters/contract.ts';

const SmallMap = lazy(async () => import('../map/small-map.tsx'));

export function Place({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  const { place } = matter;
  const words = [place.areaName, place.gridName, place.text].filter(Boolean).join(' · ');
  return (
    <section aria-label={t('web.detail.place')}>
      {place.lng !== null && place.lat !== null && (
        <Suspense fallback={<div className="small-map" />}>
          <SmallMap lng={place.lng} lat={place.lat} tone={matter.urgency} />
        </Suspense>
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
