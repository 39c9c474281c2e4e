/** What nobody has in hand: open things of posts that nobody holds today. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { orphans } from '../contract.ts';
import './organisations-screen.css';
import '#ui/lists/pair-screen.css';

export default function OrphansScreen(): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(orphans, {});
  return (
    <div className="pair-list">
      <ScreenHead title={t('web.orphans.title')} purpose={t('web.orphans.purpose')} />
      <ReadState read={read}>
        {({ posts }) =>
          posts.length === 0 ? (
            <Empty title={t('web.orphans.none')}>{t('web.orphans.noneText')}</Empty>
          ) : (
            <ul className="orphan-list">
              {posts.map((post) => (
                <li key={post.postId}>
                  <h2>
                    <Link to="/organisations" search={{ unit: post.organisationId }}>
                      {post.organisationName} · {post.title}
                    </Link>
                  </h2>
                  <p className="muted">{t('web.orphans.open', { count: post.open.length })}</p>
                  <ul>
                    {post.open.map(({ id, label }) => (
                      <li key={id}>{label}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </ReadState>
    </div>
  );
}
