/** Where I am signed in; any of it can be ended and holds no more at its next request. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { mySessions, revokeSession } from '../contract.ts';
import { deviceOf } from './device.ts';

export function SessionsSection(): ReactNode {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const read = useRead(mySessions, {});
  const revoke = useCommand(revokeSession);
  const end = (sessionId: string): void => {
    revoke.mutate(
      { params: { sessionId } },
      {
        onSettled: () => {
          client.invalidateQueries({ queryKey: [mySessions.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <section className="account-section">
      <h2>{t('web.sessions.title')}</h2>
      <p className="muted">{t('web.sessions.text')}</p>
      {revoke.error !== null && (
        <p className="form-says" role="alert">
          {sentence(revoke.error)}
        </p>
      )}
      <ReadState read={read} rows={3}>
        {({ sessions }) => (
          <ul className="session-list">
            {sessions.map((session) => (
              <li key={session.sessionId}>
                <span>
                  <strong>{deviceOf(session.userAgent)}</strong>{' '}
                  {session.present && (
                    <span className="session-here">{t('web.sessions.here')}</span>
                  )}
                  <br />
                  <span className="muted">
                    {t('web.sessions.started')} <Moment at={session.startedAt} /> ·{' '}
                    {t('web.sessions.seen')} <Moment at={session.lastSeenAt} />
                  </span>
                </span>
                {!session.present && (
                  <Button onClick={() => end(session.sessionId)}>{t('web.sessions.end')}</Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </ReadState>
    </section>
  );
}
