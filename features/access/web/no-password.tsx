/** Said to whoever came by a one-time link and has no password yet: the next time there is no way in. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './no-password.css';
import { useSession } from './session.ts';

export function NoPassword(): ReactNode {
  const { t } = useTranslation('access');
  const { hasPassword, signInName } = useSession();
  if (hasPassword) return null;
  return (
    <p className="no-password">
      {t('web.noPassword.text', { name: signInName })}{' '}
      <Link to="/account">{t('web.noPassword.go')}</Link>
    </p>
  );
}
