/** Through which posts I am here, and what I set for myself. */
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/start.ts';
import { Kit } from '../theme/kit.tsx';
import { chooseTheme, useTheme } from '../theme/use-theme.ts';
import type { AccountMenuProps } from './identity.ts';

interface AccountPanelProps extends AccountMenuProps {
  readonly close: () => void;
}

export default function AccountPanel(props: AccountPanelProps): ReactNode {
  return (
    <Kit>
      <Panel {...props} />
    </Kit>
  );
}

function Panel(props: AccountPanelProps): ReactNode {
  const { t, i18n } = useTranslation('ui');
  const theme = useTheme();
  return (
    <div className="account-panel">
      <p className="account-panel-name">{props.identity.name}</p>
      <ul className="account-posts">
        {props.identity.posts.map((post) => (
          <li key={post.key}>
            {post.title} <span className="muted">{post.note}</span>
          </li>
        ))}
      </ul>
      <div className="account-row">
        <span>{t('desk.language')}</span>
        <Segmented
          aria-label={t('desk.language')}
          value={i18n.language}
          options={[
            { value: 'zh', label: t('language.zh') },
            { value: 'en', label: t('language.en') },
          ]}
          onChange={(value) => {
            chooseLanguage(value === 'en' ? 'en' : 'zh').catch(reportError);
          }}
        />
      </div>
      <div className="account-row">
        <span>{t('desk.theme')}</span>
        <Segmented
          aria-label={t('desk.theme')}
          value={theme}
          options={[
            { value: 'light', label: t('desk.light') },
            { value: 'dark', label: t('desk.dark') },
          ]}
          onChange={(value) => chooseTheme(value === 'dark' ? 'dark' : 'light')}
        />
      </div>
      <div className="account-row account-last">
        <Link to="/account" onClick={props.close}>
          {t('desk.myAccount')}
        </Link>
        <Button onClick={props.signOut}>{t('desk.signOut')}</Button>
      </div>
    </div>
  );
}
