/** One post: what it carries, who holds it and until when, who stands in, and what I may change. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { useAreaName } from '#features/places/web/public.ts';
import { type FormAction, FormActions } from '#ui/forms/form-actions.tsx';
import type { PostDetail } from '../contract.ts';
import { AppointForm, ClosePostForm, EndForm, SubstituteForm } from './appointment-forms.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { useStepNames } from './use-step-names.ts';

type Holder = PostDetail['holders'][number];

interface PostCardProps {
  readonly post: PostDetail;
  /** Whether somebody came for this one. */
  readonly meant: boolean;
}

export function PostCard({ post, meant }: PostCardProps): ReactNode {
  const { t } = useTranslation('organisations');
  const session = useSession();
  const steps = useStepNames();
  const area = useAreaName(post.areaId);
  const appoints = carries(session, ['security_admin']);
  const founds = carries(session, ['system_admin']);
  return (
    <li className={meant ? 'post-meant' : undefined} aria-current={meant ? 'true' : undefined}>
      <div className="post-head">
        <strong>{post.title}</strong>
        <span className="muted">
          {steps.nameOf(post.rank)}
          {area !== undefined && ` · ${area}`}
        </span>
      </div>
      <ul className="post-roles">
        {post.roles.map((role) => (
          <li key={role} className="role-mark">
            {t(`access:web.role.${role}`)}
          </li>
        ))}
      </ul>
      {post.holders.length === 0 && <p className="post-vacant">{t('web.vacant')}</p>}
      {post.holders.map((holder) => (
        <HolderLine key={holder.appointmentId} post={post} holder={holder} acts={appoints} />
      ))}
      {post.substitutes.map((holder) => (
        <HolderLine key={holder.substituteId} post={post} holder={holder} acts={appoints} />
      ))}
      <FormActions
        small
        label={t('web.actionsOf', { name: post.title })}
        actions={[
          ...(appoints ? appointing(post, t) : []),
          ...(founds
            ? [
                {
                  key: 'close',
                  label: t('web.closePost.button'),
                  form: (close) => <ClosePostForm post={post} close={close} />,
                } satisfies FormAction,
              ]
            : []),
        ]}
      />
    </li>
  );
}

function appointing(post: PostDetail, t: TFunction<'organisations'>): readonly FormAction[] {
  return [
    {
      key: 'appoint',
      label: t('web.appoint.button'),
      form: (close) => <AppointForm post={post} close={close} />,
    },
    {
      key: 'substitute',
      label: t('web.stand.button'),
      form: (close) => <SubstituteForm post={post} close={close} />,
    },
  ];
}

interface HolderLineProps {
  readonly post: PostDetail;
  readonly holder: Holder;
  readonly acts: boolean;
}

function HolderLine({ post, holder, acts }: HolderLineProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { name, from, to } = holder;
  const substitute = holder.substituteId !== null;
  return (
    <div className="holder">
      <div>
        <span className="holder-name">{substitute ? t('web.substitute', { name }) : name}</span>{' '}
        <span className="muted">
          {to === null ? t('web.since', { from }) : t('web.period', { from, to })}
        </span>
      </div>
      <FormActions
        small
        label={t('web.actionsOf', { name })}
        actions={
          acts
            ? [
                ...(substitute
                  ? []
                  : [
                      {
                        key: 'hand',
                        label: t('web.hand.button'),
                        form: (close) => <HandOverForm post={post} holder={holder} close={close} />,
                      } satisfies FormAction,
                    ]),
                {
                  key: 'end',
                  label: t('web.end.button'),
                  form: (close) => <EndForm post={post} holder={holder} close={close} />,
                },
              ]
            : []
        }
      />
    </div>
  );
}
