/** Suggestions about the system: anybody on the desk sends one; the system administrator answers them all. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import {
  answerSuggestion,
  listSuggestions,
  ownSuggestions,
  type StoredSuggestion,
  suggestAsStaff,
} from '#features/matters/contract.ts';
import type { Role } from '#kernel/role.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { WordsForm } from './words-form.tsx';
import './suggestions-screen.css';

const ANSWERING = listSuggestions.audience as readonly Role[];

export default function SuggestionsScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const session = useSession();
  return (
    <div className="suggestions">
      <ScreenHead title={t('web.suggestions.title')} purpose={t('web.suggestions.text')} />
      {carries(session, ANSWERING) && <CameIn />}
      <Own />
    </div>
  );
}

function Own(): ReactNode {
  const { t } = useTranslation('matters');
  const client = useQueryClient();
  const read = useRead(ownSuggestions, {});
  const command = useCommand(suggestAsStaff);
  return (
    <section>
      <WordsForm
        label={t('web.suggestions.write')}
        submit={t('web.suggestions.send')}
        error={command.error}
        busy={command.isPending}
        send={async (text) => {
          await command.mutateAsync({ body: { text } });
          await client.invalidateQueries({ queryKey: [ownSuggestions.id] });
          await client.invalidateQueries({ queryKey: [listSuggestions.id] });
        }}
      />
      <p role="status">
        {command.data && t('web.suggestions.sent', { number: command.data.number })}
      </p>
      <h2>{t('web.suggestions.own')}</h2>
      <ReadState read={read} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('web.suggestions.ownNone')}</p>
          ) : (
            <ol className="suggestion-list">
              {items.map((item) => (
                <li key={item.number}>
                  <Said suggestion={item} />
                </li>
              ))}
            </ol>
          )
        }
      </ReadState>
    </section>
  );
}

function CameIn(): ReactNode {
  const { t } = useTranslation('matters');
  const read = useRead(listSuggestions, {});
  return (
    <section>
      <h2>{t('web.suggestions.all')}</h2>
      <ReadState read={read} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('web.suggestions.allNone')}</p>
          ) : (
            <ol className="suggestion-list">
              {items.map((item) => (
                <Answerable key={item.suggestionId} suggestion={item} />
              ))}
            </ol>
          )
        }
      </ReadState>
    </section>
  );
}

function Answerable({ suggestion }: { readonly suggestion: StoredSuggestion }): ReactNode {
  const { t } = useTranslation('matters');
  const client = useQueryClient();
  const command = useCommand(answerSuggestion);
  const { suggestionId, version, from, answeredAt } = suggestion;
  return (
    <li>
      <Said
        suggestion={suggestion}
        from={t(from === 'staff' ? 'web.suggestions.fromStaff' : 'web.suggestions.fromPublic')}
      />
      <details open={answeredAt === null}>
        <summary>
          {t(answeredAt === null ? 'web.suggestions.waits' : 'web.suggestions.change')}
        </summary>
        <WordsForm
          label={t('web.suggestions.answer')}
          submit={t('web.suggestions.answerSend')}
          error={command.error}
          busy={command.isPending}
          send={async (text) => {
            await command.mutateAsync({ params: { suggestionId }, body: { version, text } });
            await client.invalidateQueries({ queryKey: [listSuggestions.id] });
            await client.invalidateQueries({ queryKey: [ownSuggestions.id] });
          }}
        />
      </details>
    </li>
  );
}

interface SaidProps {
  readonly suggestion: Pick<
    StoredSuggestion,
    'number' | 'text' | 'sentAt' | 'answer' | 'answeredAt'
  >;
  readonly from?: string;
}

function Said({ suggestion, from }: SaidProps): ReactNode {
  const { t } = useTranslation('matters');
  const { number, text, sentAt, answer, answeredAt } = suggestion;
  return (
    <>
      <p className="muted">
        {number} {from} <Moment at={sentAt} />
      </p>
      <p className="suggestion-words">{text}</p>
      {answeredAt !== null && (
        <p className="suggestion-answer">
          <b>{t('web.suggestions.answer')}</b> <Moment at={answeredAt} />
          <br />
          {answer}
        </p>
      )}
    </>
  );
}
