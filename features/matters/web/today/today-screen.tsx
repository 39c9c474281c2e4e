/** Where the day begins: what waits for me, and for administrators the way a new place takes. */
import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, NoPassword, useSession } from '#features/access/web/public.ts';
import { firstStepsOf, todayMatters } from '#features/matters/contract.ts';
import type { Role } from '#kernel/role.ts';
import { DayParts } from '#ui/desk/day.ts';
import { useMoment } from '#ui/time/use-moment.ts';
import { usePlace } from '../lookup/use-place.ts';
import { AdminLinks } from '../start/admin-links.tsx';
import { FirstSteps } from '../start/first-steps.tsx';
import './today-screen.css';
import { WhatWaits } from './what-waits.tsx';

const STAFF = todayMatters.audience as readonly Role[];
const ADMINISTRATORS = firstStepsOf.audience as readonly Role[];

export default function TodayScreen(): ReactNode {
  const session = useSession();
  const place = usePlace();
  const administers = carries(session, ADMINISTRATORS);
  const works = carries(session, STAFF);
  return (
    <div className="today">
      <TodayHead works={works} />
      {place.data?.demonstration === false && <NoPassword />}
      {administers && <FirstSteps />}
      <OfFeatures />
      {works && <WhatWaits />}
      {administers && <AdminLinks />}
    </div>
  );
}

function OfFeatures(): ReactNode {
  const session = useSession();
  return use(DayParts)
    .filter(({ roles }) => carries(session, roles))
    .map(({ name, Part }) => <Part key={name} />);
}

function TodayHead({ works }: { readonly works: boolean }): ReactNode {
  const { t } = useTranslation('matters');
  const { person } = useSession();
  const { today } = useMoment();
  return (
    <header className="today-head">
      <h1>{today()}</h1>
      <p className="muted">
        {t(works ? 'web.today.greeting' : 'web.start.greeting', { name: person.name })}
      </p>
    </header>
  );
}
