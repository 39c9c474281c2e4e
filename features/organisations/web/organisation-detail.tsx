/** An organisation: its area, its posts with who holds them, and what I may change of it. */
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { useAreaName } from '#features/places/web/public.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { type FormAction, FormActions } from '#ui/forms/form-actions.tsx';
import { PairDetail } from '#ui/lists/pair-detail.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getOrganisation } from '../contract.ts';
import { NewOrganisationForm } from './new-organisation-form.tsx';
import { NewPostForm } from './new-post-form.tsx';
import { CloseOrganisationForm, ContactForm, RenameForm } from './organisation-forms.tsx';
import { PostCard } from './post-card.tsx';

interface OrganisationDetailProps {
  readonly organisationId: string;
  /** The post somebody came for. */
  readonly postId: string | undefined;
  readonly leave: () => void;
}

export function OrganisationDetail({
  organisationId,
  postId,
  leave,
}: OrganisationDetailProps): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(getOrganisation, {
    params: { organisationId: organisationId as OrganisationId },
  });
  return (
    <PairDetail key={organisationId} label={t('web.posts')} leave={leave}>
      <ReadState read={read}>
        {(organisation) => (
          <Detail key={organisationId} organisation={organisation} postId={postId} />
        )}
      </ReadState>
    </PairDetail>
  );
}

type Organisation = Answer<typeof getOrganisation>;

interface DetailProps {
  readonly organisation: Organisation;
  readonly postId: string | undefined;
}

function Detail({ organisation, postId }: DetailProps): ReactNode {
  const { t } = useTranslation('organisations');
  const area = useAreaName(organisation.areaId);
  const founds = carries(useSession(), ['system_admin']) && organisation.closedOn === null;
  const posts = organisation.posts.filter(({ closedOn }) => closedOn === null);
  return (
    <>
      <div>
        <h2>{organisation.name}</h2>
        <p className="muted">
          {t(`web.kind.${organisation.kind}`)}
          {area !== undefined && ` · ${t('web.over', { area })}`}
          {organisation.closedOn !== null &&
            ` · ${t('web.closedOn', { day: organisation.closedOn })}`}
        </p>
      </div>
      <ContactLines organisation={organisation} />
      <FormActions label={t('web.actions')} actions={founds ? actionsOf(organisation, t) : []} />
      <h3>{t('web.posts')}</h3>
      {posts.length === 0 ? (
        <p className="muted">{t(founds ? 'web.noPostsNext' : 'web.noPosts')}</p>
      ) : (
        <ul className="post-list">
          {posts.map((post) => (
            <PostCard key={post.postId} post={post} meant={post.postId === postId} />
          ))}
        </ul>
      )}
    </>
  );
}

/** As residents read it, so that a wrong number is seen by whoever passes. */
function ContactLines({ organisation }: Pick<DetailProps, 'organisation'>): ReactNode {
  const { t } = useTranslation('organisations');
  const { phone, address, hours } = organisation;
  const told = Object.entries({ phone, address, hours }).filter(([, said]) => said !== null);
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.map(([part, said]) => (
        <Fragment key={part}>
          <dt>{t(`web.contact.${part}`)}</dt>
          <dd>{said}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function actionsOf(organisation: Organisation, t: (key: string) => string): readonly FormAction[] {
  return [
    {
      key: 'post',
      label: t('web.newPost.button'),
      form: (close) => <NewPostForm organisation={organisation} close={close} />,
    },
    {
      key: 'below',
      label: t('web.new.below'),
      form: (close) => <NewOrganisationForm parent={organisation} close={close} />,
    },
    {
      key: 'rename',
      label: t('web.rename.button'),
      form: (close) => <RenameForm organisation={organisation} close={close} />,
    },
    {
      key: 'contact',
      label: t('web.contact.button'),
      form: (close) => <ContactForm organisation={organisation} close={close} />,
    },
    {
      key: 'close',
      label: t('web.closing.button'),
      form: (close) => <CloseOrganisationForm organisation={organisation} close={close} />,
    },
  ];
}
