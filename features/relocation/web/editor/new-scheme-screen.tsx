/** A scheme from an empty page: for which area, and the first words. */
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { useDraft } from '#ui/forms/draft.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { beginScheme, listSchemes, type SchemeLine } from '../../contract.ts';
import { areaIn } from '../named.ts';
import { useRenew } from '../use-renew.ts';
import { useVoice } from '../use-voice.ts';
import { Editor } from './editor.tsx';
import '../schemes-screen.css';

export default function NewSchemeScreen(): ReactNode {
  const read = useRead(listSchemes, {});
  return (
    <ReadState read={read} rows={12}>
      {({ areas }) => <Beginning areas={areas} />}
    </ReadState>
  );
}

interface Typed {
  readonly text: string;
}

function Beginning({ areas }: { readonly areas: readonly SchemeLine['area'][] }): ReactNode {
  const { t } = useTranslation('relocation');
  const { locale } = useVoice();
  const navigate = useNavigate();
  const renew = useRenew();
  const sentence = useRefusalSentence();
  const { draft, change, clear } = useDraft<Typed>('scheme:new');
  const [chosen, setChosen] = useState<string>();
  const begin = useCommand(beginScheme);
  const areaId = chosen ?? areas[0]?.areaId;
  const text = draft.text ?? '';
  const keep = async (): Promise<void> => {
    if (areaId === undefined) return;
    const { versionId } = await begin.mutateAsync({ body: { areaId, text } });
    clear();
    await renew();
    await navigate({ to: '/scheme-versions/$versionId/edit', params: { versionId } });
  };
  return (
    <div className="scheme-editing">
      <header className="scheme-head-line">
        <Link to="/schemes">{t('web.back')}</Link>
        <h1>{t('web.editor.new')}</h1>
      </header>
      <Editor text={text} change={(next) => change({ text: next })}>
        <Select
          aria-label={t('portal.scheme.area')}
          className="scheme-area-choice"
          showSearch={{ optionFilterProp: 'label' }}
          value={areaId}
          options={areas.map((area) => ({ value: area.areaId, label: areaIn(locale, area) }))}
          onChange={setChosen}
        />
        <Button
          type="primary"
          loading={begin.isPending}
          disabled={areaId === undefined || text.trim() === ''}
          onClick={() => keep().catch(() => undefined)}
        >
          {t('web.editor.save')}
        </Button>
        {begin.error !== null && (
          <span className="form-says" role="alert">
            {sentence(begin.error)}
          </span>
        )}
      </Editor>
    </div>
  );
}
