/** What waits for me, the most urgent first, under the counts that matter this morning. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, NoPassword, useSession } from '#features/access/web/public.ts';
import { firstStepsOf, todayMatters } from '#features/matters/contract.ts';
import type { Role } from '#kernel/role.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { useMoment } from '#ui/time/use-moment.ts';
import { useLiveMatters } from '../list/use-live-matters.ts';
import { usePlace } from '../lookup/use-place.ts';
import { AdminLinks } from '../start/admin-links.tsx';
import { FirstSteps } from '../start/first-steps.tsx';
import { CountTiles } from './count-tiles.tsx';
import { TodayRow } from './today-row.tsx';
import './today-screen.css';

const STAFF = todayMatters.audience as readonly Role[];
const ADMINISTRATORS = firstStepsOf.audience as readonly Role[];

export default function TodayScreen(): ReactNode {
  const session = useSession();
  const place = usePlace();
  const administers = carries(session, ADMINISTRATORS);
  return (
    <div className="today">
      <TodayHead works={carries(session, STAFF)} />
      {place.data?.demonstration === false && <NoPassword />}
      {administers && <FirstSteps />}
      {carries(session, STAFF) && <WhatWaits />}
      {administers && <AdminLinks />}
    </div>
  );
}

function WhatWaits(): ReactNode {
  const { t } = useTranslation('matters');
  const read = useRead(todayMatters, {});
  useLiveMatters();
  return (
    <ReadState read={read} rows={8}>
      {({ counts, items }) => (
        <>
          <CountTiles counts={counts} />
          <section aria-label={t('web.today.waits')}>
            <h2>
              {t('web.today.waits')} <span className="muted">{t('web.list.sorted.due')}</span>
            </h2>
            {items.length === 0 ? (
              <Empty title={t('web.today.none')}>
                <Link to="/matters" search={{ open: 'true' }}>
                  {t('web.today.noneNext')}
                </Link>
              </Empty>
            ) : (
              <ul className="today-list">
                {items.map((matter) => (
                  <TodayRow key={matter.matterId} matter={matter} />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </ReadState>
  );
}

function TodayHead({ works }: { readonly works: boolean }): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const { person } = useSession();
  const { now, timeZone } = useMoment();
  const day = new Intl.DateTimeFormat(i18n.language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(now);
  return (
    <header className="today-head">
      <h1>{day}</h1>
      <p className="muted">
        {t(works ? 'web.today.greeting' : 'web.start.greeting', { name: person.name })}
      </p>
    </header>
  );
}
