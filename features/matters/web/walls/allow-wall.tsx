/** Allows the screen that shows a code: what it is called, what it shows, for how long. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowWall, listWalls, WALL_DAYS } from '#features/matters/contract.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import { AreaSelect } from '../lookup/area-select.tsx';
import { usePlace } from '../lookup/use-place.ts';

interface Wanted {
  readonly code: string;
  readonly name: string;
  readonly areaId: string | undefined;
  readonly days: number;
}

/** @param code as a scanned address carries it */
export function AllowWall({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('matters');
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const allow = useCommand(allowWall);
  const top = usePlace().data?.areas.find(({ parentId }) => parentId === null)?.areaId;
  const [wanted, setWanted] = useState<Wanted>({
    code,
    name: '',
    areaId: undefined,
    days: WALL_DAYS.usual,
  });
  const set = (part: Partial<Wanted>): void => setWanted({ ...wanted, ...part });
  const areaId = wanted.areaId ?? top;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (areaId === undefined) return;
    allow.mutate(
      { body: { ...wanted, areaId } },
      {
        onSuccess: () => {
          client.invalidateQueries({ queryKey: [listWalls.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <form className="walls-allow" aria-label={t('web.walls.allow')} onSubmit={send}>
      <h2>{t('web.walls.allow')}</h2>
      <div className="walls-fields">
        <Field
          label={t('web.walls.code')}
          hint={t('web.walls.codeHint', { address: `${window.location.origin}/wall` })}
          required
        >
          {(control) => (
            <Input
              {...control}
              className="walls-code"
              autoComplete="off"
              autoFocus
              maxLength={20}
              value={wanted.code}
              onChange={(event) => set({ code: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('web.walls.name')} hint={t('web.walls.nameHint')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              value={wanted.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('web.walls.area')} required>
          {(control) => (
            <AreaSelect
              control={control}
              value={areaId}
              choose={(chosen) => set({ areaId: chosen })}
            />
          )}
        </Field>
        <Field
          label={t('web.walls.days')}
          hint={t('web.walls.daysHint', { least: WALL_DAYS.least, most: WALL_DAYS.most })}
          required
        >
          {(control) => (
            <InputNumber
              {...control}
              min={WALL_DAYS.least}
              max={WALL_DAYS.most}
              precision={0}
              value={wanted.days}
              onChange={(days) => set({ days: days ?? WALL_DAYS.usual })}
            />
          )}
        </Field>
      </div>
      {allow.error !== null && (
        <p className="form-says" role="alert">
          {sentence(allow.error)}
        </p>
      )}
      {allow.isSuccess && (
        <p role="status">{t('web.walls.allowed', { name: allow.variables.body.name })}</p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={allow.isPending}
        disabled={wanted.code.trim() === '' || wanted.name.trim() === '' || areaId === undefined}
      >
        {t('web.walls.submit')}
      </Button>
    </form>
  );
}
