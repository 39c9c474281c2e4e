/** The loop as a line: what is done is filled, what waits is ringed, what lies ahead is open. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterDetail } from '#features/matters/contract.ts';
import { Moment } from '#ui/time/moment.tsx';
import { useMoment } from '#ui/time/use-moment.ts';
import { stepFacts } from './step-facts.ts';
import './steps.css';

export function Steps({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  const { length } = useMoment();
  return (
    <ol className="steps" aria-label={t('web.detail.steps')}>
      {stepFacts(matter).map((facts) => (
        <li
          key={facts.step}
          className={`step step-${facts.stand} tone-${matter.urgency}`}
          aria-current={facts.stand === 'now' ? 'step' : undefined}
        >
          <span className="step-dot" aria-hidden />
          <span className="step-name">{t(`web.step.${facts.step}`)}</span>
          {facts.at !== null && (
            <span className="step-fact">
              <Moment at={facts.at} />
            </span>
          )}
          {facts.by !== '' && <span className="step-fact">{facts.by}</span>}
          {facts.took !== null && facts.stand === 'done' && (
            <span className="step-fact step-took">
              {t('web.detail.took', { length: length(facts.took) })}
            </span>
          )}
          {facts.limit !== null && (
            <span className="step-fact step-limit">
              <span className="step-by">{t('web.detail.by')}</span> <Moment at={facts.limit} />
            </span>
          )}
          {facts.stand === 'ahead' && (
            <span className="step-fact" aria-hidden>
              —
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
