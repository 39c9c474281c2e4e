/** Who I am, through which posts, and what I set for myself: language, theme, my account. */
import { DownOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Popover, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/start.ts';
import { chooseTheme, useTheme } from '../theme/use-theme.ts';

export interface Identity {
  readonly name: string;
  readonly tenantName: string;
  readonly posts: readonly {
    readonly key: string;
    readonly title: string;
    readonly note: string;
  }[];
}

interface AccountMenuProps {
  readonly identity: Identity;
  readonly signOut: () => void;
}

export function AccountMenu(props: AccountMenuProps): ReactNode {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const first = props.identity.posts[0];
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<AccountPanel {...props} close={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="account-button"
        aria-expanded={open}
        aria-label={t('desk.account', { name: props.identity.name })}
      >
        <span className="account-where">
          {props.identity.tenantName}
          {first !== undefined && ` · ${first.title}`}
        </span>
        <span className="account-name">{props.identity.name}</span>
        <DownOutlined aria-hidden className="account-arrow" />
      </button>
    </Popover>
  );
}

function AccountPanel(props: AccountMenuProps & { readonly close: () => void }): ReactNode {
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
