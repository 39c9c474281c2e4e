/** Making it so from a day: the assignment before ends then, and stays readable. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import { legalDay } from '#kernel/period.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import { useNow } from '#ui/time/now.ts';
import { assignmentGround, saveAssignment } from '../../contract.ts';
import type { ShareWishes } from '../../rules/assignment/share-out.ts';
import type { Board } from './board.ts';

interface SaveFormProps {
  readonly board: Board;
  readonly wishes: ShareWishes;
  readonly isWorking: boolean;
}

export function SaveForm({ board, wishes, isWorking }: SaveFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { told, shares, pins } = board;
  const { tenant } = useSession();
  const today = legalDay(useNow(), tenant.timeZone);
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const save = useCommand(saveAssignment);
  const [from, setFrom] = useState(today);
  const { organisationId, rounds } = told;
  const [last] = rounds;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const places = told.places.flatMap(({ siteId }, place) => {
      const post = told.posts[shares.post[place] ?? -1];
      const pinned = (pins[place] ?? -1) >= 0;
      return post === undefined ? [] : [{ siteId, postId: post.postId, pinned }];
    });
    const seen = last ? { assignmentId: last.assignmentId, version: last.version } : null;
    save.mutate(
      { params: { organisationId }, body: { last: seen, from, settings: wishes, places } },
      {
        onSuccess: () => {
          client.invalidateQueries({ queryKey: [assignmentGround.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <section className="assignment-save" aria-label={t('web.assignment.rounds')}>
      {told.mayAssign && (
        <form aria-label={t('web.assignment.save')} onSubmit={send}>
          <Field label={t('web.assignment.from')} hint={t('web.assignment.fromHint')} required>
            {(control) => (
              <DatePicker
                {...control}
                allowClear={false}
                value={dayjs(from)}
                minDate={dayjs(today)}
                onChange={(day) => setFrom(day?.format('YYYY-MM-DD') ?? from)}
              />
            )}
          </Field>
          {save.error !== null && (
            <p className="form-says" role="alert">
              {sentence(save.error)}
            </p>
          )}
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={isWorking}>
            {t('web.assignment.save')}
          </Button>
        </form>
      )}
      <h2>{t('web.assignment.rounds')}</h2>
      {rounds.length === 0 ? (
        <p className="muted">{t('web.assignment.noRounds')}</p>
      ) : (
        <ul>
          {rounds.map(({ assignmentId, from: began, to, madeBy, places }) => (
            <li key={assignmentId}>
              {to === null
                ? t('web.assignment.since', { from: began, count: places })
                : t('web.assignment.between', { from: began, to, count: places })}{' '}
              <span className="muted">{madeBy}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
