/** What the marks on the map say: dots from afar, one shape for each matter from near. */
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { URGENCIES } from '#features/matters/contract.ts';
import { Shape } from '#ui/status/shape.tsx';
import './map-legend.css';

export const MapLegend = memo(Legend);

function Legend(): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <ul className="map-legend" aria-label={t('web.map.legend')}>
      <li>
        <span className="map-dot map-dot-late" aria-hidden /> {t('web.map.someLate')}
      </li>
      <li>
        <span className="map-dot" aria-hidden /> {t('web.map.noneLate')}
      </li>
      {URGENCIES.map((urgency) => (
        <li key={urgency}>
          <span className={`tone-shape tone-${urgency}`}>
            <Shape tone={urgency} />
          </span>
          {t(`web.urgency.${urgency}`)}
        </li>
      ))}
    </ul>
  );
}
