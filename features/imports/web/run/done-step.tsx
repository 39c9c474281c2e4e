/** What came of it, and the way back. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Counted } from './counted.tsx';
import { Problems } from './problems.tsx';
import type { RunAnswer } from './run-answer.ts';
import { Undo } from './undo.tsx';

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
      <Counted counts={run.counts} />
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
