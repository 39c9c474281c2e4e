/** Everything that happened, the latest first. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterDetail, TimelineEntry } from '#features/matters/contract.ts';
import { Moment } from '#ui/time/moment.tsx';
import './timeline.css';

export function Timeline({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <section aria-label={t('web.detail.timeline')}>
      <h2>{t('web.detail.timeline')}</h2>
      <ol className="timeline">
        {matter.timeline.toReversed().map((entry) => (
          <Entry key={entry.version} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const kind = entry.kind.replace(/^matter\./, '');
  const key = `web.event.${kind}`;
  return (
    <li>
      <p>
        <strong>{i18n.exists(`matters:${key}`) ? t(key) : t('web.event.other')}</strong>{' '}
        <span className="muted">
          {[entry.organisation, entry.by].filter(Boolean).join(' · ')} <Moment at={entry.at} />
          {entry.told && ` · ${t('web.detail.told')}`}
        </span>
      </p>
      {entry.text !== '' && <p className="timeline-text">{entry.text}</p>}
    </li>
  );
}
