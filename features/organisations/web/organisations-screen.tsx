/** The organisations as a tree that opens level by level, and whoever is found by name. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { ImportLink } from '#ui/desk/import-link.tsx';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { FormActions } from '#ui/forms/form-actions.tsx';
import { SearchInput } from '#ui/lists/search-input.tsx';
import { TreeStop } from '#ui/lists/tree-stop.tsx';
import { useChosen } from '#ui/lists/use-chosen.ts';
import { NewOrganisationForm } from './new-organisation-form.tsx';
import { OrganisationDetail } from './organisation-detail.tsx';
import { OrganisationLevel } from './organisation-level.tsx';
import './organisations-screen.css';
import { PeopleFound } from './people-found.tsx';

export default function OrganisationsScreen(): ReactNode {
  const { t } = useTranslation('organisations');
  const [words, setWords] = useState('');
  const { chosen, choose } = useChosen('unit');
  const { chosen: postId } = useChosen('post');
  const session = useSession();
  const founds = carries(session, ['system_admin']);
  const appoints = carries(session, ['security_admin']);
  return (
    <div className={chosen === undefined ? 'pair-screen' : 'pair-screen has-chosen'}>
      <section className="pair-list" aria-label={t('web.title')}>
        <ScreenHead title={t('web.title')} purpose={t('web.purpose')}>
          <SearchInput
            className="organisations-search"
            label={t('web.search')}
            most={60}
            search={setWords}
          />
          {founds && <ImportLink kind="organisations" />}
        </ScreenHead>
        <FormActions
          label={t('web.actions')}
          actions={
            founds
              ? [
                  {
                    key: 'new',
                    label: t('web.new.button'),
                    form: (close) => <NewOrganisationForm parent={undefined} close={close} />,
                  },
                ]
              : []
          }
        />
        {chosen === undefined && founds && <p>{t('web.chooseToFound')}</p>}
        {chosen === undefined && appoints && <p>{t('web.chooseToAppoint')}</p>}
        {words === '' ? (
          <TreeStop>
            <OrganisationLevel parentId={undefined} chosen={chosen} choose={choose} />
          </TreeStop>
        ) : (
          <>
            <TreeStop>
              <OrganisationLevel
                words={words}
                parentId={undefined}
                chosen={chosen}
                choose={choose}
              />
            </TreeStop>
            <PeopleFound words={words} choose={choose} />
          </>
        )}
      </section>
      {chosen !== undefined && (
        <OrganisationDetail
          organisationId={chosen}
          postId={postId}
          leave={() => choose(undefined)}
        />
      )}
    </div>
  );
}
