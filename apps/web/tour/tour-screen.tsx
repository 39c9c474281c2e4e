/** What to try in the demonstration, in the order in which it tells a story, and as whom. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { featureScreens } from '../feature-screens.ts';
import { STOPS, type Stop } from './stops.ts';
import './tour-screen.css';

export default function TourScreen(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="tour">
      <ScreenHead title={t('tour.title')} purpose={t('tour.purpose')} />
      <ol className="tour-stops">
        {STOPS.map((stop) => (
          <li key={stop.key}>
            <h2>{t(`tour.stop.${stop.key}.title`)}</h2>
            <p>{t(`tour.stop.${stop.key}.does`)}</p>
            <Way stop={stop} />
          </li>
        ))}
      </ol>
      <p className="muted">{t('tour.links')}</p>
    </div>
  );
}

/** A link where this person's desk has the screen; else the name of whoever has it. */
function Way({ stop: { key, on, path } }: { readonly stop: Stop }): ReactNode {
  const { t } = useTranslation('ui');
  const session = useSession();
  if (on === 'portal')
    return (
      <a href={`/t/${session.tenant.slug}/${path}`} target="_blank" rel="noreferrer">
        {t('tour.onPortal')}
      </a>
    );
  const who = t(`tour.stop.${key}.who`);
  const isMine = session.person.name.endsWith(who);
  const nav = featureScreens.find((screen) => screen.path === path)?.nav;
  const mayOpen = nav === undefined ? isMine : carries(session, nav.roles ?? []);
  if (isMine || (mayOpen && path !== '/')) return <Link to={path}>{t('tour.open')}</Link>;
  return <p className="muted">{t('tour.as', { who })}</p>;
}
