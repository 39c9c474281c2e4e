/** A rate is never shown without its counts: 93.4%, 892 of 955. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface RateValue {
  readonly numerator: number;
  readonly denominator: number;
}

/** `93.4%`; a dash where there is nothing to divide by. */
export function percent({ numerator, denominator }: RateValue): string {
  return denominator === 0 ? '—' : `${((100 * numerator) / denominator).toFixed(1)}%`;
}

export function RateText({ rate }: { readonly rate: RateValue }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <span className="rate">
      <strong>{percent(rate)}</strong>{' '}
      <span className="rate-counts">
        {rate.denominator === 0
          ? t('web.figures.nothing')
          : t('web.figures.of', { numerator: rate.numerator, denominator: rate.denominator })}
      </span>
    </span>
  );
}
