/** What the own posts were told of their grids. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { Moment } from '#ui/time/moment.tsx';
import { gridNotices, seeNotice } from '../../contract.ts';
import './notices.css';

type Notice = Answer<typeof gridNotices>['notices'][number];

/** On the screen of the day: those that nobody of the post has read. */
export function FreshNotices(): ReactNode {
  return <Notices fresh />;
}

/** @param fresh only those that nobody of the post has read */
export function Notices({ fresh = false }: { readonly fresh?: boolean }): ReactNode {
  const { t } = useTranslation('places');
  const all = useRead(gridNotices, {}).data?.notices ?? [];
  const notices = fresh ? all.filter(({ seenAt }) => seenAt === null) : all;
  if (notices.length === 0) return null;
  return (
    <section className="planning-notices" aria-label={t('web.planning.notices')}>
      <h2>{t('web.planning.notices')}</h2>
      <ul className="planning-list">
        {notices.map((notice) => (
          <NoticeItem key={notice.noticeId} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function NoticeItem({ notice }: { readonly notice: Notice }): ReactNode {
  const { t } = useTranslation('places');
  const client = useQueryClient();
  const see = useCommand(seeNotice);
  const { noticeId, gridPlanId, planName, stage, toldAt, seenAt, grids } = notice;
  const day = stage === 'consulted' ? notice.consultUntil : notice.inForceFrom;
  const read = (): void => {
    see.mutate(
      { params: { noticeId }, body: {} },
      {
        onSuccess: () => {
          client.invalidateQueries({ queryKey: [gridNotices.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <li>
      <Link to="/planning/$planId" params={{ planId: gridPlanId }}>
        {planName}
      </Link>
      <span>{t(`web.planning.told.${stage}`, { day })}</span>
      <span>
        {grids
          .map(({ name, movedIn, movedOut }) =>
            t('web.planning.told.grid', { name, movedIn, movedOut }),
          )
          .join(t('web.planning.told.join'))}
      </span>
      <span className="muted">
        <Moment at={toldAt} />
      </span>
      {seenAt === null ? (
        <button
          type="button"
          className="button button-small"
          disabled={see.isPending}
          onClick={read}
        >
          {t('web.planning.told.read')}
        </button>
      ) : (
        <span className="muted">{t('web.planning.told.wasRead')}</span>
      )}
    </li>
  );
}
