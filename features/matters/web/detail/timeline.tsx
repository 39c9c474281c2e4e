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
      <p className="timeline-head">
        <strong>{i18n.exists(`matters:${key}`) ? t(key) : t('web.event.other')}</strong>
        {outcomeOf(entry).map(([said, values]) => (
          <span key={said}>{t(said, values)}</span>
        ))}
        <span className="timeline-when">
          <Moment at={entry.at} />
        </span>
      </p>
      <p className="timeline-by">
        {[entry.organisation, entry.by].filter(Boolean).join(' · ')}
        {entry.told && <span className="timeline-told">{t('web.detail.told')}</span>}
      </p>
      {entry.text !== '' && <p className="timeline-text">{entry.text}</p>}
    </li>
  );
}

type Said = readonly [key: string, values: Readonly<Record<string, string>>];

/** What a step decided, beyond its words: to whom it went, until when, yes or no. */
function outcomeOf({ detail }: TimelineEntry): readonly Said[] {
  const to = detail['to'];
  const reviewOn = detail['reviewOn'];
  const said: readonly (Said | false)[] = [
    typeof to === 'string' && ['web.outcome.to', { to }],
    typeof reviewOn === 'string' && ['web.outcome.review', { day: reviewOn }],
    typeof detail['upheld'] === 'boolean' && [`web.outcome.upheld.${detail['upheld']}`, {}],
    typeof detail['granted'] === 'boolean' && [`web.outcome.granted.${detail['granted']}`, {}],
    typeof detail['class'] === 'string' && [`web.choice.class.${detail['class']}`, {}],
  ];
  return said.filter((one) => one !== false);
}
