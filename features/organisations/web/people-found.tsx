/** Staff by name with the posts they hold: a directory of posts, never of residents. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { searchPeople } from '../contract.ts';

interface PeopleFoundProps {
  readonly words: string;
  readonly choose: (organisationId: string) => void;
}

export function PeopleFound({ words, choose }: PeopleFoundProps): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(searchPeople, { query: { words } }, { keep: true });
  return (
    <section aria-label={t('web.staff')}>
      <h2>{t('web.staff')}</h2>
      <ReadState read={read} rows={2}>
        {({ people }) =>
          people.length === 0 ? (
            <p className="muted">{t('web.noPeople')}</p>
          ) : (
            <ul className="post-list">
              {people.map((person) => (
                <li key={person.personId}>
                  <strong>{person.name}</strong>{' '}
                  {person.posts.map((post) => (
                    <button
                      type="button"
                      key={post.postId}
                      className="plain-button person-post"
                      onClick={() => choose(post.organisationId)}
                    >
                      {post.organisationName} · {post.title}
                    </button>
                  ))}
                </li>
              ))}
            </ul>
          )
        }
      </ReadState>
    </section>
  );
}
