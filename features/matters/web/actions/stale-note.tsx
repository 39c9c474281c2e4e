/** What somebody else changed while a form was being filled in. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterDetail } from '#features/matters/contract.ts';
import { Moment } from '#ui/time/moment.tsx';

interface StaleNoteProps {
  readonly before: MatterDetail;
  readonly now: MatterDetail;
  /** False where the step can no longer be done. */
  readonly still: boolean;
}

export function StaleNote({ before, now, still }: StaleNoteProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const news = now.timeline.filter(({ version }) => version > before.version);
  return (
    <div className="stale-note" role="alert">
      <p>
        <strong>{t('web.stale.title')}</strong> {t(still ? 'web.stale.still' : 'web.stale.over')}
      </p>
      <ul>
        {before.state !== now.state && (
          <li>
            {t('web.stale.state')} {t(`web.state.${before.state}`)} → {t(`web.state.${now.state}`)}
          </li>
        )}
        {before.handler?.id !== now.handler?.id && (
          <li>
            {t('web.column.handler')} {before.handler?.name ?? '—'} → {now.handler?.name ?? '—'}
          </li>
        )}
        {news.map((entry) => {
          const key = `web.event.${entry.kind.replace(/^matter\./, '')}`;
          return (
            <li key={entry.version}>
              {i18n.exists(`matters:${key}`) ? t(key) : t('web.event.other')} · {entry.organisation}{' '}
              <Moment at={entry.at} /> {entry.text}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
