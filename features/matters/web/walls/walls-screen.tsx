/** The walls of the own areas: which screens show what and until when; allowing one by its code, ending one. */
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { listWalls, WALL_KEEPERS, WALL_PRESENTERS } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { AllowWall } from './allow-wall.tsx';
import { EndWall } from './end-wall.tsx';
import './walls-screen.css';

type Wall = Answer<typeof listWalls>['walls'][number];

export default function WallsScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const session = useSession();
  const { code } = useSearch({ strict: false });
  const read = useRead(listWalls, {});
  const keeps = carries(session, WALL_KEEPERS);
  const presents = carries(session, WALL_PRESENTERS);
  return (
    <div className="walls">
      <ScreenHead
        title={t('web.walls.title')}
        purpose={t(keeps ? 'web.walls.lead' : 'web.walls.leadOthers')}
      />
      {keeps && <AllowWall code={typeof code === 'string' ? code : ''} />}
      <section aria-label={t('web.walls.list')}>
        <h2>{t('web.walls.list')}</h2>
        {!presents && <p className="muted">{t('web.walls.presentOthers')}</p>}
        <ReadState read={read} rows={3}>
          {({ walls }) =>
            walls.length === 0 ? (
              <Empty title={t('web.walls.none')}>
                {t(keeps ? 'web.walls.noneNext' : 'web.walls.noneOthers', {
                  address: `${window.location.origin}/wall`,
                })}
              </Empty>
            ) : (
              <ul className="walls-list">
                {walls.map((wall) => (
                  <WallRow key={wall.wallId} wall={wall} />
                ))}
              </ul>
            )
          }
        </ReadState>
      </section>
    </div>
  );
}

function WallRow({ wall }: { readonly wall: Wall }): ReactNode {
  const { t } = useTranslation('matters');
  const session = useSession();
  return (
    <li>
      <span className="walls-name">
        <strong>{wall.name}</strong>
        <span className="muted">{wall.area.name}</span>
      </span>
      <span className="muted">
        {wall.holds ? (
          <>
            {t('web.walls.until')} <Moment at={wall.endsAt} />
          </>
        ) : (
          t('web.walls.ended')
        )}
      </span>
      {wall.holds && (
        <span className="walls-do">
          {carries(session, WALL_PRESENTERS) && (
            <Link to="/walls/$wallId" params={{ wallId: wall.wallId }}>
              {t('web.walls.present')}
            </Link>
          )}
          {carries(session, WALL_KEEPERS) && <EndWall wall={wall} />}
        </span>
      )}
    </li>
  );
}
