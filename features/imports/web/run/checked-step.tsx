/** What would come in and what not, before anything does. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { dropRun, takeIn } from '../../contract.ts';
import { MatchStep } from '../match/match-step.tsx';
import { Counted } from './counted.tsx';
import { Problems } from './problems.tsx';
import type { RunAnswer } from './run-answer.ts';
import { useStep } from './use-step.ts';

export function CheckedStep({ answer }: { readonly answer: RunAnswer }): ReactNode {
  const { t } = useTranslation('imports');
  const say = useRefusalSentence();
  const { run } = answer;
  const [again, setAgain] = useState(false);
  const take = useStep(takeIn, run);
  const drop = useStep(dropRun, run);
  if (again) return <MatchStep run={run} leave={() => setAgain(false)} />;
  const { created, changed, refused } = run.counts;
  const coming = created + changed;
  const error = take.error ?? drop.error;
  return (
    <>
      <Counted counts={run.counts} ahead />
      {error !== null && (
        <p className="form-says" role="alert">
          {say(error)}
        </p>
      )}
      <div className="run-buttons">
        <Button type="primary" disabled={coming === 0} loading={take.busy} onClick={take.go}>
          {t('web.checked.take', { count: coming })}
        </Button>
        <Button onClick={() => setAgain(true)}>{t('web.checked.again')}</Button>
        <Button loading={drop.busy} onClick={drop.go}>
          {t('web.checked.drop')}
        </Button>
        <span className="muted">
          {t(refused > 0 ? 'web.checked.others' : 'web.checked.undoLater')}
        </span>
      </div>
      <Problems answer={answer} />
    </>
  );
}
