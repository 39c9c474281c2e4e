/** From a list to where its records are brought in as a file. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './import-link.css';

/** @param kind as the imports call it: `sites`, `people` */
export function ImportLink({ kind }: { readonly kind: string }): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <Link className="import-link" to="/imports" search={{ kind }}>
      {t('desk.importFile')}
    </Link>
  );
}
