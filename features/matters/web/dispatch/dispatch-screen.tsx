/** What waits for dispatch, with the units the rules suggest; one key takes the suggestion. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { useOneStop } from '#ui/lists/use-one-stop.ts';
import { Empty, Failed, Waiting } from '#ui/lists/waiting.tsx';
import { useLiveMatters } from '../list/use-live-matters.ts';
import { useMatterPages } from '../list/use-matter-pages.ts';
import { DispatchRow } from './dispatch-row.tsx';
import '../list/list-head.css';
import './dispatch-screen.css';

/** Shown at once; the next ones move up as these go. */
const AT_ONCE = 20;
const QUEUE = { state: 'filed,disputed' } as const;

export default function DispatchScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const pages = useMatterPages(QUEUE);
  useLiveMatters();
  const rows = pages.rows.filter(({ state }) => state === 'filed' || state === 'disputed');
  const shown = rows.slice(0, AT_ONCE);
  const [moved, setMoved] = useState<string>();
  const index = Math.max(
    shown.findIndex((row) => row.matterId === moved),
    0,
  );
  const list = useOneStop('li');
  const go = (step: number): void => list.stand(index + step);
  useKeys({ j: () => go(1), k: () => go(-1), arrowdown: () => go(1), arrowup: () => go(-1) });
  return (
    <div className="dispatch">
      <header className="list-head">
        <h1>{t('web.dispatch.title')}</h1>
        <p className="screen-purpose">{t('web.dispatch.text')}</p>
      </header>
      {pages.pending && <Waiting rows={8} />}
      {!pages.pending && rows.length === 0 && pages.error !== null && (
        <Failed error={pages.error} retry={pages.retry} />
      )}
      {!pages.pending && rows.length === 0 && pages.error === null && (
        <Empty title={t('web.dispatch.none')}>
          <Link to="/matters" search={{ state: 'reported' }}>
            {t('web.dispatch.noneNext')}
          </Link>
        </Empty>
      )}
      <ol ref={list.ref} className="dispatch-list">
        {shown.map((row, at) => (
          <DispatchRow
            key={row.matterId}
            matter={row}
            current={at === index}
            focus={() => setMoved(row.matterId)}
            done={() => setMoved(shown[at + 1]?.matterId)}
          />
        ))}
      </ol>
      {rows.length > AT_ONCE && (
        <p className="muted">{t('web.dispatch.more', { count: rows.length - AT_ONCE })}</p>
      )}
      <p className="key-legend">
        <kbd>J</kbd> <kbd>K</kbd> {t('web.keys.move')}
        <kbd>A</kbd> {t('web.keys.accept')}
        <kbd>1</kbd>–<kbd>3</kbd> {t('web.keys.unit')}
      </p>
    </div>
  );
}
