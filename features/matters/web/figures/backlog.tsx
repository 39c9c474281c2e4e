/** What is open now, by how long it has been: live, and each bar opens its list. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { getFigures } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { Shape } from '#ui/status/shape.tsx';
import type { FilterQuery } from '../filter/filter-address.ts';
import { daysBefore } from './period.ts';

type BacklogFigures = Answer<typeof getFigures>['backlog'];

interface BacklogProps {
  readonly backlog: BacklogFigures;
  readonly today: string;
}

export function Backlog({ backlog, today }: BacklogProps): ReactNode {
  const { t } = useTranslation('matters');
  const most = Math.max(1, ...backlog.byAge.map(({ open }) => open));
  return (
    <section className="backlog" aria-label={t('web.figures.backlog')}>
      <h2>{t('web.figures.backlog')}</h2>
      <p className="figure-counts">
        <Link to="/matters" search={{ open: 'true' }}>
          {t('web.figures.open')} <strong>{backlog.open}</strong>
        </Link>
        <Link to="/matters" search={{ open: 'true', urgency: 'late' }} className="tone-late">
          <Shape tone="late" /> {t('web.figures.late')} <strong>{backlog.late}</strong>
        </Link>
        <Link to="/matters" search={{ state: 'shelved' }}>
          <Shape tone="shelved" /> {t('web.figures.shelved')} <strong>{backlog.shelved}</strong>
        </Link>
      </p>
      <ul className="age-bars">
        {backlog.byAge.map((bar, index) => {
          const after = backlog.byAge[index - 1]?.upToDays ?? -1;
          return (
            <li key={bar.upToDays ?? 'more'}>
              <Link to="/matters" search={ageFilter(after, bar.upToDays, today)}>
                <span className="age-words">
                  {bar.upToDays === null
                    ? t('web.figures.older', { count: after })
                    : t('web.figures.age', { from: after + 1, to: bar.upToDays })}
                </span>
                <span className="age-bar" aria-hidden>
                  <span style={{ width: `${(100 * bar.open) / most}%` }} />
                </span>
                <strong>{bar.open}</strong>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Open matters reported more than `after` and at most `upTo` days ago. */
function ageFilter(after: number, upTo: number | null, today: string): FilterQuery {
  return {
    open: 'true',
    to: daysBefore(today, after + 1),
    ...(upTo !== null && { from: daysBefore(today, upTo) }),
    sort: 'reported_asc',
  };
}
