/** What stands in place of a screen that is on its way, failed, or does not exist. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Waiting } from '#ui/lists/waiting.tsx';

export function ScreenWaits(): ReactNode {
  return <Waiting />;
}

/** A reload, since a new version of the desk may have taken the place of the files this page began with. */
export function ScreenFailed(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <Empty title={t('error.screen')}>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('list.retry')}
      </button>
    </Empty>
  );
}

export function NoScreen(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="list-says">
      <h1 className="list-says-title">{t('error.missing')}</h1>
      <Link to="/">{t('desk.home')}</Link>
    </div>
  );
}
