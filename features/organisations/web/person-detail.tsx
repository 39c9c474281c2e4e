/** A person: the posts held today, and the account. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountPanel } from '#features/access/web/public.ts';
import type { PersonId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { PairDetail } from '#ui/lists/pair-detail.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getPerson } from '../contract.ts';

interface PersonDetailProps {
  readonly personId: string;
  readonly leave: () => void;
}

export function PersonDetail({ personId, leave }: PersonDetailProps): ReactNode {
  const { t } = useTranslation('organisations');
  const id = personId as PersonId;
  const read = useRead(getPerson, { params: { personId: id } });
  return (
    <PairDetail key={personId} label={t('web.people.detail')} leave={leave}>
      <ReadState read={read} rows={3}>
        {({ name, tenures }) => (
          <>
            <h2>{name}</h2>
            <h3>{t('web.people.posts')}</h3>
            {tenures.length === 0 ? (
              <p>
                {t('web.people.noPostNext')} <Link to="/organisations">{t('web.title')}</Link>
              </p>
            ) : (
              <ul>
                {tenures.map((tenure) => (
                  <li key={tenure.id}>
                    <Link to="/organisations" search={{ unit: tenure.organisationId }}>
                      {tenure.organisationName} · {tenure.title}
                    </Link>{' '}
                    <span className="muted">
                      {tenure.to === null
                        ? t('web.since', { from: tenure.from })
                        : t('web.period', { from: tenure.from, to: tenure.to })}
                      {tenure.substitute && ` · ${t('web.people.stands')}`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <AccountPanel key={personId} personId={id} name={name} />
          </>
        )}
      </ReadState>
    </PairDetail>
  );
}
