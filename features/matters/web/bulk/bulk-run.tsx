/** How far it has come, what was not done and why, and the way back. */
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Items } from './bulk-preview.tsx';
import { type Bulk, stepsBack } from './use-bulk.ts';

interface BulkRunProps {
  readonly bulk: Bulk;
  readonly close: () => void;
}

export function BulkRun({ bulk, close }: BulkRunProps): ReactNode {
  const { t } = useTranslation('matters');
  const say = useRefusalSentence();
  const { phase, run, items } = bulk;
  const results = [...run.results.values()];
  const done = results.filter((result) => result.done).length;
  const under = phase === 'running' || phase === 'undoing';
  const back = phase === 'done' ? stepsBack(items, run).length : 0;
  const refused = items.filter(({ matterId }) => run.results.get(matterId)?.done === false);
  const left = under ? 0 : run.total - results.length;
  const undoes = phase === 'undoing' || phase === 'undone';
  return (
    <>
      <Progress
        percent={run.total === 0 ? 100 : Math.round((results.length / run.total) * 100)}
        showInfo={false}
        status={under ? 'active' : 'normal'}
        aria-label={t('web.bulk.progress')}
      />
      <p role="status">
        {t(undoes ? 'web.bulk.undone' : 'web.bulk.done', { count: done, total: run.total })}
        {left > 0 && t('web.bulk.left', { count: left })}
      </p>
      {refused.length > 0 && (
        <section className="bulk-lists">
          <h3>{t('web.bulk.refused', { count: refused.length })}</h3>
          <Items
            items={refused}
            says={({ matterId }) => {
              const result = run.results.get(matterId);
              return result?.done === false ? say(result.error) : '';
            }}
          />
        </section>
      )}
      <div className="form-buttons">
        {under ? (
          <Button onClick={bulk.stop}>{t('web.bulk.stop')}</Button>
        ) : (
          <Button type="primary" onClick={close}>
            {t('web.bulk.finish')}
          </Button>
        )}
        {back > 0 && <Button onClick={bulk.takeBack}>{t('web.bulk.back', { count: back })}</Button>}
      </div>
    </>
  );
}
