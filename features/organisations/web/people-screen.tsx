/** People who work here: added, found, and given an account. Their posts are given at the organisation. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ImportLink } from '#ui/desk/import-link.tsx';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { FormActions } from '#ui/forms/form-actions.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { SearchInput } from '#ui/lists/search-input.tsx';
import { TreeLine } from '#ui/lists/tree-line.tsx';
import { TreeStop } from '#ui/lists/tree-stop.tsx';
import { useChosen } from '#ui/lists/use-chosen.ts';
import { Empty } from '#ui/lists/waiting.tsx';
import { searchPeople } from '../contract.ts';
import { NewPersonForm } from './new-person-form.tsx';
import './organisations-screen.css';
import { PersonDetail } from './person-detail.tsx';

export default function PeopleScreen(): ReactNode {
  const { t } = useTranslation('organisations');
  const [words, setWords] = useState('');
  const { chosen, choose } = useChosen('person');
  return (
    <div className={chosen === undefined ? 'pair-screen' : 'pair-screen has-chosen'}>
      <section className="pair-list" aria-label={t('web.people.title')}>
        <ScreenHead title={t('web.people.title')} purpose={t('web.people.purpose')}>
          <SearchInput
            className="organisations-search"
            label={t('web.people.search')}
            most={60}
            search={setWords}
          />
          <ImportLink kind="people" />
        </ScreenHead>
        <FormActions
          label={t('web.actions')}
          actions={[
            {
              key: 'add',
              label: t('web.people.add'),
              form: (close) => <NewPersonForm close={close} added={choose} />,
            },
          ]}
        />
        <TreeStop>
          <Found words={words} chosen={chosen} choose={choose} />
        </TreeStop>
      </section>
      {chosen !== undefined && <PersonDetail personId={chosen} leave={() => choose(undefined)} />}
    </div>
  );
}

interface FoundProps {
  readonly words: string;
  readonly chosen: string | undefined;
  readonly choose: (personId: string) => void;
}

function Found({ words, chosen, choose }: FoundProps): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(searchPeople, { query: words === '' ? {} : { words } }, { keep: true });
  return (
    <ReadState read={read}>
      {({ people, next }) =>
        people.length === 0 ? (
          <Empty title={t('web.noPeople')}>{t('web.people.noneNext')}</Empty>
        ) : (
          <ul className="tree-level">
            {people.map(({ personId, name, posts }) => (
              <li key={personId}>
                <TreeLine chosen={chosen === personId} choose={() => choose(personId)}>
                  {name}{' '}
                  <span className="person-line-posts">
                    {posts.length === 0
                      ? t('web.people.noPost')
                      : posts.map((post) => `${post.organisationName} ${post.title}`).join(' · ')}
                  </span>
                </TreeLine>
              </li>
            ))}
            {next !== null && <li className="muted">{t('web.more')}</li>}
          </ul>
        )
      }
    </ReadState>
  );
}
