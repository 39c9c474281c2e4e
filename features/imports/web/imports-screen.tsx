/** Bringing a file, and the record of what was brought before. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { type ImportKind, kindsFor } from '../contract.ts';
import { BringFile } from './bring-file.tsx';
import './imports.css';
import { RunList } from './run-list.tsx';

export default function ImportsScreen(): ReactNode {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const session = useSession();
  const search: { kind?: unknown } = useSearch({ strict: false });
  const kinds = kindsFor(session.person.posts.flatMap(({ roles }) => roles));
  const kind = kinds.find((one) => one === search.kind) ?? kinds[0];
  if (kind === undefined) return null;
  const choose = (next: ImportKind): void => {
    navigate({ to: '/imports', search: { kind: next }, replace: true }).catch(reportError);
  };
  return (
    <div className="imports">
      <ScreenHead title={t('web.title')} purpose={t('web.purpose')} />
      <BringFile kinds={kinds} kind={kind} choose={choose} />
      <section aria-labelledby="imports-record">
        <h2 id="imports-record">{t('web.record.title')}</h2>
        <RunList />
      </section>
    </div>
  );
}
