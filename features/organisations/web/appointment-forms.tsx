/** Who holds a post: appointing, standing in for a time, ending; and ending the post itself. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '#kernel/ids.ts';
import { FormField, TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { type Form, useForm } from '#ui/forms/use-form.ts';
import {
  appoint,
  closePost,
  endAppointment,
  endSubstitute,
  getOrganisation,
  nameSubstitute,
  orphans,
  type PostDetail,
  searchPeople,
} from '../contract.ts';
import { PersonSelect } from './person-select.tsx';
import { useSaySeparated } from './say-separated.ts';

/** Reads in which a holder stands. */
export const HOLDERS_SHOWN = [getOrganisation, searchPeople, orphans];

interface PostFormProps {
  readonly post: PostDetail;
  readonly close: Close;
}

interface Tenure {
  readonly personId: string | undefined;
  readonly from: string;
  readonly to: string;
}

const NOBODY: Tenure = { personId: undefined, from: '', to: '' };

const given = ({ from, to }: Pick<Tenure, 'from' | 'to'>) => ({
  ...(from !== '' && { from }),
  ...(to !== '' && { to }),
});

export function AppointForm({ post, close }: PostFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const say = useSaySeparated();
  const form = useForm({
    name: `appoint ${post.postId}`,
    endpoint: appoint,
    empty: NOBODY,
    required: ['personId'],
    request: ({ personId, ...days }) => ({
      body: { postId: post.postId, personId: (personId ?? '') as PersonId, ...given(days) },
    }),
    refresh: HOLDERS_SHOWN,
    say,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.appoint.title', { title: post.title })}
      submit={t('web.appoint.submit')}
      cancel={close.cancel}
    >
      <PersonField form={form} name="personId" />
      <div className="form-pair">
        <TextField
          form={form}
          name="from"
          type="date"
          label={t('web.appoint.from')}
          hint={t('web.appoint.fromHint')}
          optional
        />
        <TextField
          form={form}
          name="to"
          type="date"
          label={t('web.appoint.to')}
          hint={t('web.appoint.toHint')}
          optional
        />
      </div>
    </FormFrame>
  );
}

export function SubstituteForm({ post, close }: PostFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const say = useSaySeparated();
  const form = useForm({
    name: `substitute ${post.postId}`,
    endpoint: nameSubstitute,
    empty: NOBODY,
    required: ['personId', 'to'],
    request: ({ personId, from, to }) => ({
      body: {
        postId: post.postId,
        personId: (personId ?? '') as PersonId,
        to,
        ...(from !== '' && { from }),
      },
    }),
    refresh: HOLDERS_SHOWN,
    say,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.stand.title', { title: post.title })}
      text={t('web.stand.text')}
      submit={t('web.stand.submit')}
      cancel={close.cancel}
    >
      <PersonField form={form} name="personId" />
      <div className="form-pair">
        <TextField
          form={form}
          name="from"
          type="date"
          label={t('web.appoint.from')}
          hint={t('web.appoint.fromHint')}
          optional
        />
        <TextField
          form={form}
          name="to"
          type="date"
          label={t('web.stand.to')}
          hint={t('web.stand.toHint')}
        />
      </div>
    </FormFrame>
  );
}

interface PersonFieldProps<V extends object> {
  readonly form: Form<V>;
  readonly name: keyof V & string;
}

export function PersonField<V extends object>({ form, name }: PersonFieldProps<V>): ReactNode {
  const { t } = useTranslation('organisations');
  return (
    <FormField
      form={form}
      name={name}
      label={t('web.appoint.person')}
      hint={
        <>
          {t('web.appoint.personHint')} <Link to="/people">{t('web.appoint.addPerson')}</Link>
        </>
      }
    >
      {(control, value, set) => (
        <PersonSelect control={control} value={value as string | undefined} choose={set} />
      )}
    </FormField>
  );
}

interface EndFormProps extends PostFormProps {
  readonly holder: PostDetail['holders'][number];
}

export function EndForm({ post, holder, close }: EndFormProps): ReactNode {
  return holder.appointmentId === null ? (
    <EndSubstituteForm post={post} holder={holder} close={close} />
  ) : (
    <EndAppointmentForm post={post} holder={holder} close={close} />
  );
}

function EndAppointmentForm({ post, holder, close }: EndFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { name, version, appointmentId } = holder;
  const form = useForm({
    name: `end ${appointmentId}`,
    endpoint: endAppointment,
    empty: { on: '' },
    request: ({ on }) => ({
      params: { appointmentId: appointmentId ?? '' },
      body: { version, ...(on !== '' && { on }) },
    }),
    refresh: HOLDERS_SHOWN,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.end.title', { name, title: post.title })}
      text={t('web.end.text')}
      submit={t('web.end.submit')}
      grave
      cancel={close.cancel}
    >
      <LastDay form={form} />
    </FormFrame>
  );
}

function EndSubstituteForm({ post, holder, close }: EndFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { name, version, substituteId } = holder;
  const form = useForm({
    name: `end ${substituteId}`,
    endpoint: endSubstitute,
    empty: { on: '' },
    request: ({ on }) => ({
      params: { substituteId: substituteId ?? '' },
      body: { version, ...(on !== '' && { on }) },
    }),
    refresh: HOLDERS_SHOWN,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.end.title', { name, title: post.title })}
      submit={t('web.end.submit')}
      grave
      cancel={close.cancel}
    >
      <LastDay form={form} />
    </FormFrame>
  );
}

function LastDay({ form }: { readonly form: Form<{ on: string }> }): ReactNode {
  const { t } = useTranslation('organisations');
  return (
    <TextField
      form={form}
      name="on"
      type="date"
      label={t('web.end.on')}
      hint={t('web.end.onHint')}
      optional
    />
  );
}

export function ClosePostForm({ post, close }: PostFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { postId, version, title } = post;
  const form = useForm({
    name: `close ${postId}`,
    endpoint: closePost,
    empty: {},
    request: () => ({ params: { postId }, body: { version } }),
    refresh: [getOrganisation],
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.closePost.title', { title })}
      text={t('web.closePost.text')}
      submit={t('web.closePost.submit')}
      grave
      cancel={close.cancel}
    />
  );
}
