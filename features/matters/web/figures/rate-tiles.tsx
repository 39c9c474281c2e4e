/** The four rates, raw and after approved exclusions, each with its definition on demand. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureSet } from '#features/matters/contract.ts';
import type { Days } from './period.ts';
import { percent, RateText } from './rate-text.tsx';

const RATES = ['response', 'onTime', 'solved', 'satisfied'] as const;

interface RateTilesProps {
  readonly figures: FigureSet;
  readonly days: Days;
}

export function RateTiles({ figures, days }: RateTilesProps): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <>
      <p className="figure-counts">
        <Link to="/matters" search={{ from: days.from, to: days.to }}>
          {t('web.figures.reported')} <strong>{figures.reported}</strong>
        </Link>
        <span>
          {t('web.figures.filed')} <strong>{figures.filed}</strong>
        </span>
        <span>
          {t('web.figures.closed')} <strong>{figures.closed}</strong>
        </span>
      </p>
      <ul className="rate-tiles">
        {RATES.map((name) => (
          <RateTile key={name} name={name} {...figures[name]} />
        ))}
      </ul>
    </>
  );
}

interface RateTileProps {
  readonly name: (typeof RATES)[number];
  readonly raw: FigureSet['solved']['raw'];
  readonly adjusted: FigureSet['solved']['adjusted'];
}

function RateTile({ name, raw, adjusted }: RateTileProps): ReactNode {
  const { t } = useTranslation('matters');
  const same = raw.numerator === adjusted.numerator && raw.denominator === adjusted.denominator;
  return (
    <li className="rate-tile">
      <h2>{t(`web.figures.rate.${name}`)}</h2>
      <p className="rate-large">
        <RateText rate={raw} />
      </p>
      <div className="rate-bar" aria-hidden>
        <span style={{ width: raw.denominator === 0 ? 0 : percent(raw) }} />
      </div>
      <p className="muted">
        {same
          ? t('web.figures.noExclusion')
          : [t('web.figures.adjusted'), ' ', <RateText key="rate" rate={adjusted} />]}
      </p>
      <details>
        <summary>{t('web.figures.definition')}</summary>
        <p>{t(`web.figures.means.${name}`)}</p>
      </details>
    </li>
  );
}
