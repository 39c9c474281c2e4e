/**
 * Asks before a screen is left with work on it that is kept nowhere. Within the
 * desk it says what would be lost; where the page itself is left the browser asks.
 */
import { useBlocker } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './leaving.css';

interface LeavingProps {
  /** Whether there is anything to lose. */
  readonly lost: boolean;
  /** What would be lost, in the words of the screen. */
  readonly text: string;
}

export function Leaving({ lost, text }: LeavingProps): ReactNode {
  const { t } = useTranslation('ui');
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => true,
    enableBeforeUnload: true,
    disabled: !lost,
    withResolver: true,
  });
  const asks = status === 'blocked';
  useEffect(() => {
    if (asks) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asks]);
  return (
    <dialog ref={dialog} className="leaving" aria-labelledby={title} onClose={() => reset?.()}>
      <h2 id={title}>{t('leaving.title')}</h2>
      <p>{text}</p>
      <div className="leaving-buttons">
        <Button type="primary" autoFocus onClick={reset}>
          {t('leaving.stay')}
        </Button>
        <Button danger onClick={proceed}>
          {t('leaving.leave')}
        </Button>
      </div>
    </dialog>
  );
}
