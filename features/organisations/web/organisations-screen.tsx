/** The organisations as a tree that opens level by level, and whoever is found by name. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isId } from '#kernel/ids.ts';
import { OrganisationDetail } from './organisation-detail.tsx';
import { OrganisationLevel } from './organisation-level.tsx';
import './organisations-screen.css';
import { PeopleFound } from './people-found.tsx';

export default function OrganisationsScreen(): ReactNode {
  const { t } = useTranslation('organisations');
  const [words, setWords] = useState('');
  const address: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const chosen = idOf(address['unit']);
  const setChosen = (unit: string): void => {
    navigate({ to: '.', search: { unit } }).catch(reportError);
  };
  const asked = words.trim();
  return (
    <div className="organisations">
      <section className="organisations-list" aria-label={t('web.title')}>
        <header className="organisations-head">
          <h1>{t('web.title')}</h1>
          <Input.Search
            className="organisations-search"
            allowClear
            maxLength={60}
            aria-label={t('web.search')}
            placeholder={t('web.search')}
            onSearch={setWords}
          />
        </header>
        {asked === '' ? (
          <OrganisationLevel parentId={undefined} chosen={chosen} choose={setChosen} />
        ) : (
          <>
            <OrganisationLevel
              words={asked}
              parentId={undefined}
              chosen={chosen}
              choose={setChosen}
            />
            <PeopleFound words={asked} choose={setChosen} />
          </>
        )}
      </section>
      {chosen !== undefined && (
        <OrganisationDetail organisationId={chosen} postId={idOf(address['post'])} />
      )}
    </div>
  );
}

/** What somebody typed into the address is no organisation. */
function idOf(text: unknown): string | undefined {
  return typeof text === 'string' && isId(text) ? text : undefined;
}
