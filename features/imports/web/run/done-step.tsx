/** What came of it, and the way back. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../contract.ts';
import { Counted } from './counted.tsx';
import { Problems } from './problems.tsx';
import type { RunAnswer } from './run-answer.ts';
import { Undo } from './undo.tsx';

/** Where the desk shows what came in. */
const SEEN_AT: Readonly<Record<ImportKind, string>> = {
  divisions: '/areas',
  grids: '/grids',
  sites: '/premises',
  organisations: '/organisations',
  people: '/people',
  matters: '/matters',
};

/** Past matters are mostly closed. */
const ALL = { sort: 'reported' };

export function DoneStep({ answer }: { readonly answer: RunAnswer }): ReactNode {
  const { t } = useTranslation('imports');
  const { run } = answer;
  const [undoes, setUndoes] = useState(false);
  const came = run.counts.created + run.counts.changed;
  return (
    <>
      {run.state === 'undone' ? (
        <p className="run-undone" role="status">
          {t('web.undone.says', { count: run.counts.takenBack })}
          {run.counts.kept > 0 && ` ${t('web.undone.kept', { count: run.counts.kept })}`}
        </p>
      ) : (
        <p className="run-done" role="status">
          {t('web.done.says', { count: came })}
        </p>
      )}
      {run.state === 'done' && <Counted counts={run.counts} />}
      {!undoes && (
        <p className="run-next">
          {run.state === 'done' && came > 0 && (
            <Link to={SEEN_AT[run.kind]} search={run.kind === 'matters' ? ALL : {}}>
              {t('web.done.see')}
            </Link>
          )}
          <Link to="/imports" search={{ kind: run.kind }}>
            {t('web.done.another')}
          </Link>
        </p>
      )}
      {run.state === 'done' && came > 0 && !undoes && (
        <div className="run-buttons">
          <Button onClick={() => setUndoes(true)}>{t('web.undo.open')}</Button>
          <span className="muted">{t('web.undo.first')}</span>
        </div>
      )}
      {undoes && run.state === 'done' && <Undo run={run} leave={() => setUndoes(false)} />}
      <Problems answer={answer} />
    </>
  );
}
