/** One matter that waits for me: what it is, and what I do next. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { todayMatters } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { Moment } from '#ui/time/moment.tsx';
import { StandingChip } from '../standing/standing-chip.tsx';

type Waiting = Answer<typeof todayMatters>['items'][number];

export function TodayRow({ matter }: { readonly matter: Waiting }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <li>
      <Link
        to="/matters/$matterId"
        params={{ matterId: matter.matterId }}
        search={{ mine: 'true' }}
        className="today-row"
      >
        <StandingChip matter={matter} />
        <span className="today-title">
          {matter.title}
          <span className="today-note">
            {matter.number} · {matter.area.name}
            {matter.category !== null && ` · ${matter.category.name}`}
          </span>
        </span>
        <span className="today-due">{matter.dueAt !== null && <Moment at={matter.dueAt} />}</span>
        <span className="today-next">{t(`web.task.${matter.task}`)}</span>
      </Link>
    </li>
  );
}
