/** What taking back would end, put back and leave, looked at before it is done. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { type ImportRun, previewUndo, undoRun } from '../../contract.ts';
import { useStep } from './use-step.ts';

interface UndoProps {
  readonly run: ImportRun;
  readonly leave: () => void;
}

export function Undo({ run, leave }: UndoProps): ReactNode {
  const { t } = useTranslation('imports');
  const read = useRead(previewUndo, { params: { runId: run.runId } }, { fresh: 0 });
  return (
    <section className="undo" aria-labelledby="undo-title">
      <h2 id="undo-title">{t('web.undo.title')}</h2>
      <ReadState read={read} rows={3}>
        {(preview) => <Preview run={run} preview={preview} leave={leave} />}
      </ReadState>
    </section>
  );
}

type Previewed = Answer<typeof previewUndo>;

interface PreviewProps extends UndoProps {
  readonly preview: Previewed;
}

function Preview({ run, preview, leave }: PreviewProps): ReactNode {
  const { t } = useTranslation('imports');
  const say = useRefusalSentence();
  const undo = useStep(undoRun, run);
  const { ends, restores, keeps, kept } = preview;
  return (
    <>
      <ul className="undo-sums">
        {ends > 0 && <li>{t('web.undo.ends', { count: ends })}</li>}
        {restores > 0 && <li>{t('web.undo.restores', { count: restores })}</li>}
        {keeps > 0 && <li>{t('web.undo.keeps', { count: keeps })}</li>}
      </ul>
      {kept.length > 0 && (
        <ul className="undo-kept">
          {kept.map((one) => (
            <Kept key={`${one.type} ${one.name} ${one.reason} ${one.usedBy}`} kept={one} />
          ))}
        </ul>
      )}
      {undo.error !== null && (
        <p className="form-says" role="alert">
          {say(undo.error)}
        </p>
      )}
      <div className="run-buttons">
        <Button
          type="primary"
          autoFocus
          disabled={ends + restores === 0}
          loading={undo.busy}
          onClick={undo.go}
        >
          {t('web.undo.go', { count: ends + restores })}
        </Button>
        <Button onClick={leave}>{t('web.undo.leave')}</Button>
      </div>
    </>
  );
}

function Kept({ kept }: { readonly kept: Previewed['kept'][number] }): ReactNode {
  const { t } = useTranslation('imports');
  const { type, name, reason, usedBy, count } = kept;
  return (
    <li>
      <span className="undo-kept-name">
        {name === '' ? t('web.undo.unnamed', { count, type: t(`web.type.${type}`) }) : name}
      </span>
      <span className="muted">
        {usedBy === null
          ? t(`web.kept.${reason}`)
          : t('web.kept.usedBy', { by: t(`web.usedBy.${usedBy}`) })}
      </span>
    </li>
  );
}
