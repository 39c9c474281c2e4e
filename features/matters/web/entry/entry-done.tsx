/** The number to read out, the code to follow by, and the next one. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import type { Entered } from './use-entry.ts';

interface EntryDoneProps {
  readonly entered: Entered;
  readonly again: () => void;
}

export function EntryDone({ entered, again }: EntryDoneProps): ReactNode {
  const { t } = useTranslation('matters');
  useKeys({ n: again });
  return (
    <div className="entry-done" role="status">
      <p className="muted">{t('web.entry.readOut')}</p>
      <p className="entry-number">{entered.number}</p>
      <dl>
        <dt>{t('web.entry.followKey')}</dt>
        <dd>
          <code>{entered.followKey}</code>
          <p className="muted">{t('web.entry.followHint')}</p>
        </dd>
        <dt>{t('web.entry.next')}</dt>
        <dd>{t(entered.filed ? 'web.entry.nextDispatch' : 'web.entry.nextFile')}</dd>
      </dl>
      <div className="form-buttons">
        <Button type="primary" size="large" autoFocus onClick={again}>
          {t('web.entry.again')} <kbd aria-hidden>N</kbd>
        </Button>
        <Link
          to="/matters/$matterId"
          params={{ matterId: entered.matterId }}
          search={{ open: 'true' }}
        >
          {t('web.entry.open')}
        </Link>
      </div>
    </div>
  );
}
