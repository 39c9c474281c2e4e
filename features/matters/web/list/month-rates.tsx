/** How the month goes, beside the list it comes from; opens the figures. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getFigures } from '#features/matters/contract.ts';
import { legalDay } from '#kernel/period.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useTimeZone } from '#ui/time/now.ts';
import { daysOf } from '../figures/period.ts';
import { percent } from '../figures/rate-text.tsx';

const FIVE_MINUTES = 300_000;
const RATES = ['onTime', 'solved', 'satisfied'] as const;

export function MonthRates(): ReactNode {
  const { t } = useTranslation('matters');
  const timeZone = useTimeZone();
  const days = daysOf('month', legalDay(Date.now(), timeZone));
  const read = useRead(getFigures, { query: { ...days, by: 'total' } }, { fresh: FIVE_MINUTES });
  const figures = read.data?.groups[0]?.figures;
  if (figures === undefined) return null;
  return (
    <Link to="/figures" className="month-rates" aria-label={t('web.list.month')}>
      <span>{t('web.list.month')}</span>
      {RATES.map((name) => {
        const { raw } = figures[name];
        return (
          <span key={name}>
            {t(`web.figures.rate.${name}`)} <strong>{percent(raw)}</strong>
            {raw.denominator > 0 && ` ${t('web.figures.of', { ...raw })}`}
          </span>
        );
      })}
    </Link>
  );
}
