/** Who I am, through which posts, and what I set for myself: language, theme, my account. */
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownIcon } from '../icons/icons.tsx';
import { Waiting } from '../lists/waiting.tsx';
import type { AccountMenuProps } from './identity.ts';

/** Comes when it is opened for the first time. */
const AccountPanel = lazy(async () => import('./account-panel.tsx'));

export function AccountMenu(props: AccountMenuProps): ReactNode {
  const { t } = useTranslation('ui');
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  const first = props.identity.posts[0];
  return (
    <>
      <button
        type="button"
        className="account-button"
        popoverTarget={id}
        aria-expanded={open}
        aria-label={t('desk.account', { name: props.identity.name })}
      >
        <span className="account-where">
          {props.identity.tenantName}
          {first !== undefined && ` · ${first.title}`}
        </span>
        <span className="account-name">{props.identity.name}</span>
        <DownIcon className="account-arrow" />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="account-pop"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <Suspense fallback={<Waiting rows={4} />}>
            <AccountPanel {...props} close={() => panel.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </>
  );
}
