/** The posts of an organisation and who holds them. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getOrganisation, type PostDetail } from '../contract.ts';

interface OrganisationDetailProps {
  readonly organisationId: string;
  /** The post somebody came for. */
  readonly postId: string | undefined;
}

export function OrganisationDetail({ organisationId, postId }: OrganisationDetailProps): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(getOrganisation, {
    params: { organisationId: organisationId as OrganisationId },
  });
  return (
    <aside className="organisation-detail" aria-label={t('web.posts')}>
      <ReadState read={read}>
        {(organisation) => (
          <>
            <h1>{organisation.name}</h1>
            <p className="muted">{t(`web.kind.${organisation.kind}`)}</p>
            <h2>{t('web.posts')}</h2>
            {organisation.posts.length === 0 ? (
              <p className="muted">{t('web.noPosts')}</p>
            ) : (
              <ul className="post-list">
                {organisation.posts.map((post) => (
                  <Post key={post.postId} post={post} meant={post.postId === postId} />
                ))}
              </ul>
            )}
          </>
        )}
      </ReadState>
    </aside>
  );
}

interface PostProps {
  readonly post: PostDetail;
  readonly meant: boolean;
}

function Post({ post, meant }: PostProps): ReactNode {
  const { t } = useTranslation('organisations');
  const substitutes = post.substitutes.map((holder) => t('web.substitute', { name: holder.name }));
  const names = [...post.holders.map((holder) => holder.name), ...substitutes];
  return (
    <li className={meant ? 'post-meant' : undefined} aria-current={meant ? 'true' : undefined}>
      <strong>{post.title}</strong>{' '}
      <span className="muted">
        {post.roles.map((role) => t(`access:web.role.${role}`)).join(' · ')}
      </span>
      <br />
      {names.length === 0 ? (
        <span className="post-vacant">{t('web.vacant')}</span>
      ) : (
        names.join(' · ')
      )}
    </li>
  );
}
