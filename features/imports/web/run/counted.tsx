/** What came, or would come, of the rows of a file. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts } from '../../contract.ts';

interface CountedProps {
  readonly counts: Counts;
  /** Nothing has come in yet. */
  readonly ahead?: boolean;
}

export function Counted({ counts, ahead = false }: CountedProps): ReactNode {
  const { t, i18n } = useTranslation('imports');
  const { rows, created, changed, unchanged, refused, leftEmpty } = counts;
  const parts = [
    { key: 'created', value: created },
    { key: 'changed', value: changed },
    { key: 'unchanged', value: unchanged },
    { key: 'refused', value: refused },
  ] as const;
  return (
    <section className="counted" aria-label={t('web.counted.label')}>
      <dl>
        {parts.map(({ key, value }) => (
          <div key={key} className={key === 'refused' && value > 0 ? 'is-refused' : ''}>
            <dt>{t(ahead ? `web.counted.ahead.${key}` : `web.counted.${key}`)}</dt>
            <dd>{value.toLocaleString(i18n.language)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        {t('web.counted.rows', { count: rows })}
        {leftEmpty > 0 && ` ${t('web.counted.leftEmpty', { count: leftEmpty })}`}
      </p>
    </section>
  );
}
