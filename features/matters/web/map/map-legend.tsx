/** What the marks on the map say, as the map shows them now. */
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { URGENCIES } from '#features/matters/contract.ts';
import { AGES } from '#features/matters/rules/ages.ts';
import { Shape } from '#ui/status/shape.tsx';
import type { MapLook } from './look.ts';
import './map-legend.css';
import { LETTERS } from './top-tones.ts';
import type { Top } from './tops.ts';

export const MapLegend = memo(Legend);

interface LegendProps extends MapLook {
  /** The categories told apart, in the order of their colours. */
  readonly tops: readonly Top[];
  /** Where one can look at a single category: which it is, and to choose another or none. */
  readonly only?: OnlyOne;
}

export interface OnlyOne {
  readonly chosen: string | undefined;
  readonly choose: (categoryId: string | undefined) => void;
}

function Legend({ look, grounds, tops, only }: LegendProps): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <ul className="map-legend" aria-label={t('web.map.legend')}>
      {look === 'urgency' && <ByUrgency />}
      {look === 'age' && <ByAge />}
      {look === 'category' && <ByCategory tops={tops} only={only} />}
      {look === 'heat' && (
        <li>
          <span className="map-heat" aria-hidden /> {t('web.map.heatMeans')}
        </li>
      )}
      {grounds.map((ground) => (
        <li key={ground}>
          <span className={`map-${ground}`} aria-hidden /> {t(`web.map.means.${ground}`)}
        </li>
      ))}
    </ul>
  );
}

function ByUrgency(): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <>
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
    </>
  );
}

/** Neighbours of one tone stand as one: the map tells four apart. */
function ByAge(): ReactNode {
  const { t } = useTranslation('matters');
  const [day, , week, , quarter] = AGES;
  return (
    <>
      <li>{t('web.map.ageMeans')}</li>
      <li>
        <span className="map-dot map-age-0" aria-hidden />{' '}
        {t('web.wall.age.between', { from: 0, to: day })}
      </li>
      <li>
        <span className="map-dot map-age-1" aria-hidden />{' '}
        {t('web.wall.age.between', { from: day + 1, to: week })}
      </li>
      <li>
        <span className="map-dot map-age-2" aria-hidden />{' '}
        {t('web.wall.age.between', { from: week + 1, to: quarter })}
      </li>
      <li>
        <span className="map-dot map-age-3" aria-hidden />{' '}
        {t('web.wall.age.older', { days: quarter })}
      </li>
      <li>
        <span className="map-dot map-age-none" aria-hidden /> {t('web.map.ageEnded')}
      </li>
    </>
  );
}

interface ByCategoryProps {
  readonly tops: readonly Top[];
  readonly only: OnlyOne | undefined;
}

/** From afar a colour stands for what most in a place are about, from near for one matter. */
function ByCategory({ tops, only }: ByCategoryProps): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <>
      <li>{t('web.map.categoryMeans')}</li>
      {tops.map((top, at) => (
        <li key={top.categoryId}>
          <span className={`map-letter map-kind-${at}`} aria-hidden>
            {LETTERS[at]}
          </span>{' '}
          {only === undefined ? top.name : <OnlyThis top={top} only={only} />}
        </li>
      ))}
      <li>
        <span className="map-dot map-kind-others" aria-hidden /> {t('web.map.categoryOthers')}
      </li>
    </>
  );
}

interface OnlyThisProps {
  readonly top: Top;
  readonly only: OnlyOne;
}

function OnlyThis({ top: { categoryId, name }, only }: OnlyThisProps): ReactNode {
  const { t } = useTranslation('matters');
  const isChosen = only.chosen === categoryId;
  return (
    <button
      type="button"
      className="map-only"
      aria-pressed={isChosen}
      title={t('web.map.onlyThis', { name })}
      onClick={() => only.choose(isChosen ? undefined : categoryId)}
    >
      {name}
    </button>
  );
}
