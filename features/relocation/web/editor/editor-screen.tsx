/** Writing a draft: what was typed is kept until it is saved, and saving tells what somebody else saved meanwhile. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { isRefused } from '#ui/client/refused.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { useDraft } from '#ui/forms/draft.ts';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getVersion, saveVersion, stepVersion } from '../../contract.ts';
import { titleIn } from '../named.ts';
import { useRenew } from '../use-renew.ts';
import { useVoice } from '../use-voice.ts';
import { Editor } from './editor.tsx';
import '../schemes-screen.css';

type Shown = Answer<typeof getVersion>;

export default function EditorScreen(): ReactNode {
  const { versionId = '' } = useParams({ strict: false });
  const read = useRead(getVersion, { params: { versionId } }, { fresh: 0 });
  return (
    <ReadState read={read} rows={12}>
      {(shown) => <Editing key={shown.versionId} shown={shown} again={() => read.refetch()} />}
    </ReadState>
  );
}

interface EditingProps {
  readonly shown: Shown;
  /** Reads what is saved now. */
  readonly again: () => Promise<unknown>;
}

interface Typed {
  readonly text: string;
}

function Editing({ shown, again }: EditingProps): ReactNode {
  const { t } = useTranslation('relocation');
  const { locale } = useVoice();
  const navigate = useNavigate();
  const renew = useRenew();
  const { versionId } = shown;
  const { draft, change, clear } = useDraft<Typed>(`scheme:${versionId}`);
  const [saved, setSaved] = useState({ version: shown.version, text: shown.text });
  // What somebody else saved is taken over where nothing is typed, never under one's hands.
  const seen = draft.text === undefined && shown.version > saved.version ? shown : saved;
  const save = useCommand(saveVersion);
  const submit = useCommand(stepVersion);
  const text = draft.text ?? seen.text;
  const isChanged = text !== seen.text;
  const keep = async (): Promise<number> => {
    if (!isChanged) return seen.version;
    const body = { version: seen.version, text };
    const { version } = await save.mutateAsync({ params: { versionId }, body });
    setSaved({ version, text });
    clear();
    await renew();
    return version;
  };
  const handIn = async (): Promise<void> => {
    const version = await keep();
    await submit.mutateAsync({ params: { versionId }, body: { version, step: 'submit' } });
    await renew();
    await navigate({ to: '/scheme-versions/$versionId', params: { versionId } });
  };
  const takeTheirs = async (): Promise<void> => {
    clear();
    await again();
    save.reset();
  };
  useKeys({ 'mod+s': () => keep().catch(() => undefined) });
  const title = titleIn(locale, shown.title);
  return (
    <div className="scheme-editing">
      <header className="scheme-head-line">
        <Link to="/scheme-versions/$versionId" params={{ versionId }}>
          {t('web.editor.back')}
        </Link>
        <h1>{title === '' ? t('web.list.untitled') : title}</h1>
      </header>
      <Editor text={text} change={(next) => change({ text: next })}>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!isChanged}
          onClick={() => keep().catch(() => undefined)}
        >
          {t('web.editor.save')}
        </Button>
        <Button loading={submit.isPending} onClick={() => handIn().catch(() => undefined)}>
          {t('web.editor.submit')}
        </Button>
        <span className="scheme-saved" role="status">
          {t(isChanged ? 'web.editor.changed' : 'web.editor.saved')}
        </span>
        <Refused errors={[save.error, submit.error]} takeTheirs={takeTheirs} />
      </Editor>
    </div>
  );
}

interface RefusedProps {
  readonly errors: readonly (Error | null)[];
  readonly takeTheirs: () => Promise<void>;
}

function Refused({ errors, takeTheirs }: RefusedProps): ReactNode {
  const { t } = useTranslation('relocation');
  const sentence = useRefusalSentence();
  const error = errors.find((one) => one !== null);
  if (error === undefined || error === null) return null;
  return (
    <span className="form-says" role="alert">
      {sentence(error)}{' '}
      {isRefused(error, 'command.stale') && (
        <Button size="small" onClick={() => takeTheirs().catch(() => undefined)}>
          {t('web.editor.theirs')}
        </Button>
      )}
    </span>
  );
}
