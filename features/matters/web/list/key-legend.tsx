/** The keys, told once at the foot. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './list-head.css';

export function KeyLegend(): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <p className="key-legend">
      <kbd>J</kbd> <kbd>K</kbd> {t('web.keys.move')}
      <kbd>Enter</kbd> {t('web.keys.open')}
      <kbd>E</kbd> {t('web.keys.step')}
      <kbd>X</kbd> {t('web.keys.choose')}
    </p>
  );
}
