/** The keys, told once at the foot. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './list-head.css';

interface KeyLegendProps {
  /** Rows can be chosen here. */
  readonly choosing?: boolean;
  /** Something is open beside the list. */
  readonly beside?: boolean;
}

export function KeyLegend({ choosing = false, beside = false }: KeyLegendProps): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <p className="key-legend">
      <kbd>J</kbd> <kbd>K</kbd> {t('web.keys.move')}
      <kbd>Enter</kbd> {t('web.keys.open')}
      <kbd>E</kbd> {t('web.keys.step')}
      {choosing && (
        <>
          <kbd>X</kbd> {t('web.keys.choose')}
        </>
      )}
      {beside && (
        <>
          <kbd>Esc</kbd> {t('web.keys.close')}
        </>
      )}
    </p>
  );
}
