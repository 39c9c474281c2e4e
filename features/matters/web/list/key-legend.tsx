/** The keys, told once at the foot. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './list-head.css';

/** @param choosing rows can be chosen here */
export function KeyLegend({ choosing = false }: { readonly choosing?: boolean }): ReactNode {
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
    </p>
  );
}
