/** What is in the file, then the file: dropped here or chosen. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#ui/client/address.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { type ImportKind, importTemplate } from '../contract.ts';
import { useBringing } from './use-bringing.ts';

interface BringFileProps {
  readonly kinds: readonly ImportKind[];
  readonly kind: ImportKind;
  readonly choose: (kind: ImportKind) => void;
}

/** Borders stand in no spreadsheet. */
const DRAWN: ImportKind = 'grids';

const ACCEPTED = '.csv,.txt,.xlsx,.json,.geojson';

export function BringFile({ kinds, kind, choose }: BringFileProps): ReactNode {
  const { t } = useTranslation('imports');
  return (
    <div className="bring">
      <fieldset className="bring-kinds">
        <legend>{t('web.bring.what')}</legend>
        {kinds.map((one) => (
          <div key={one} className={one === kind ? 'bring-kind is-chosen' : 'bring-kind'}>
            <label>
              <input
                type="radio"
                name="import-kind"
                checked={one === kind}
                onChange={() => choose(one)}
              />
              <span className="bring-kind-name">{t(`web.kind.${one}.name`)}</span>
              <span className="bring-kind-what muted">{t(`web.kind.${one}.what`)}</span>
            </label>
            {one !== DRAWN && (
              <a
                href={addressOf(importTemplate.path, { kind: one }, undefined)}
                download
                aria-label={t('web.bring.templateOf', { kind: t(`web.kind.${one}.name`) })}
              >
                {t('web.bring.template')}
              </a>
            )}
          </div>
        ))}
      </fieldset>
      <DropZone kind={kind} />
    </div>
  );
}

function DropZone({ kind }: { readonly kind: ImportKind }): ReactNode {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const say = useRefusalSentence();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const bringing = useBringing(kind, (runId) => {
    navigate({ to: '/imports/$runId', params: { runId } }).catch(reportError);
  });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) bringing.bring(file);
  };
  return (
    <section
      className={over ? 'bring-drop is-over' : 'bring-drop'}
      aria-label={t('web.bring.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="bring-drop-title">{t('web.bring.dropHere')}</p>
      <p className="muted">{t('web.bring.accepts')}</p>
      <input
        ref={input}
        hidden
        type="file"
        accept={ACCEPTED}
        aria-label={t('web.bring.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) bringing.bring(file);
          target.value = '';
        }}
      />
      <Button type="primary" loading={bringing.busy} onClick={() => input.current?.click()}>
        {bringing.busy ? t('web.bring.busy') : t('web.bring.choose')}
      </Button>
      {bringing.error !== null && (
        <p className="form-says" role="alert">
          {say(bringing.error)}
        </p>
      )}
      <p className="muted bring-note">{t('web.bring.note')}</p>
    </section>
  );
}
