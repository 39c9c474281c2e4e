/** A post changes hands today, with everything open: what goes along is shown before. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentId, PersonId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { handOver, openOfPost, type PostDetail } from '../contract.ts';
import { HOLDERS_SHOWN, PersonField } from './appointment-forms.tsx';
import { useSaySeparated } from './say-separated.ts';

interface HandOverFormProps {
  readonly post: PostDetail;
  readonly holder: PostDetail['holders'][number];
  readonly close: Close;
}

interface Values {
  readonly personId: string | undefined;
}

export function HandOverForm({ post, holder, close }: HandOverFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const say = useSaySeparated();
  const empty: Values = { personId: undefined };
  const { version } = holder;
  const appointmentId = (holder.appointmentId ?? '') as AppointmentId;
  const form = useForm({
    name: `hand over ${appointmentId}`,
    endpoint: handOver,
    empty,
    required: ['personId'],
    request: ({ personId }) => ({
      params: { appointmentId },
      body: { version, personId: (personId ?? '') as PersonId },
    }),
    refresh: [...HOLDERS_SHOWN, openOfPost],
    say,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.hand.title', { name: holder.name, title: post.title })}
      text={t('web.hand.text')}
      submit={t('web.hand.submit')}
      cancel={close.cancel}
    >
      <PersonField form={form} name="personId" />
      <GoesAlong post={post} />
    </FormFrame>
  );
}

function GoesAlong({ post }: { readonly post: PostDetail }): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(openOfPost, { params: { postId: post.postId } }, { fresh: 0 });
  return (
    <ReadState read={read} rows={2}>
      {({ open }) =>
        open.length === 0 ? (
          <p className="muted">{t('web.hand.nothing')}</p>
        ) : (
          <section aria-label={t('web.hand.along', { count: open.length })}>
            <p className="field-label">{t('web.hand.along', { count: open.length })}</p>
            <ul className="goes-along">
              {open.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
          </section>
        )
      }
    </ReadState>
  );
}
