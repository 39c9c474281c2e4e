/** What residents said of a plan, and a reply for each. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import { StatusChip } from '#ui/status/status-chip.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { getPlan, type Opinion, replyToOpinion } from '../../contract.ts';

type Plan = Answer<typeof getPlan>;

export function Opinions({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('places');
  const { said, opinions, notice, actions } = plan;
  return (
    <section className="planning-opinions" aria-label={t('web.planning.opinions')}>
      <h2>{t('web.planning.opinionsCount', { count: opinions })}</h2>
      <p className="planning-notice">{notice}</p>
      <ul>
        {said.map((one) => (
          <OpinionItem key={one.opinionId} opinion={one} mayReply={actions.includes('reply')} />
        ))}
      </ul>
    </section>
  );
}

function OpinionItem({
  opinion,
  mayReply,
}: {
  readonly opinion: Opinion;
  readonly mayReply: boolean;
}): ReactNode {
  const { t } = useTranslation('places');
  const { number, body, open, saidAt, reply } = opinion;
  return (
    <li className="planning-opinion">
      <p className="muted">
        <span className="number">{number}</span> · <Moment at={saidAt} /> ·{' '}
        {t(open ? 'web.planning.opinion.open' : 'web.planning.opinion.closed')}
      </p>
      <p className="planning-words">{body}</p>
      {reply !== null && (
        <>
          <StatusChip tone="ended">{t('web.planning.opinion.replied')}</StatusChip>
          <p className="planning-words">{reply}</p>
        </>
      )}
      {reply === null && !mayReply && (
        <StatusChip tone="soon">{t('web.planning.opinion.waits')}</StatusChip>
      )}
      {reply === null && mayReply && <ReplyForm opinion={opinion} />}
    </li>
  );
}

function ReplyForm({ opinion }: { readonly opinion: Opinion }): ReactNode {
  const { t } = useTranslation('places');
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const reply = useCommand(replyToOpinion);
  const [text, setText] = useState('');
  const { opinionId, version, number } = opinion;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    reply.mutate(
      { params: { opinionId }, body: { version, text } },
      {
        onSuccess: () => {
          client.invalidateQueries({ queryKey: [getPlan.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <form aria-label={t('web.planning.opinion.form', { number })} onSubmit={send}>
      <Field label={t('web.planning.opinion.reply')} hint={t('web.planning.opinion.hint')} required>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {reply.error !== null && (
        <p className="form-says" role="alert">
          {sentence(reply.error)}
        </p>
      )}
      <Button htmlType="submit" loading={reply.isPending} disabled={text.trim() === ''}>
        {t('web.planning.opinion.submit')}
      </Button>
    </form>
  );
}
