/** Type: sizes, Chinese beside Latin, figures below one another; times and keys. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../time/moment.tsx';
import { useNow } from '../time/now.ts';

const HOUR = 3_600_000;
const AWAY = [-26 * HOUR, -HOUR, 2 * HOUR, 80 * HOUR];
const FIGURES = ['1,111,111.00', '8,808,080.88', '940.56'];

export function Words(): ReactNode {
  const { t } = useTranslation('ui');
  const now = useNow();
  return (
    <section aria-labelledby="design-words">
      <h2 id="design-words">{t('design.words')}</h2>
      <p className="design-large">{t('design.sample')}</p>
      <p>{t('design.sample')}</p>
      <p className="muted">{t('design.sample')}</p>
      <div className="design-row">
        <div className="design-figures number">
          {FIGURES.map((figure) => (
            <p key={figure}>{figure}</p>
          ))}
        </div>
        {AWAY.map((away) => (
          <Moment key={away} at={new Date(now + away).toISOString()} />
        ))}
        <span>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </section>
  );
}
