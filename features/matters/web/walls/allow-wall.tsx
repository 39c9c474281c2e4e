/** Allows the screen that shows a code: what it is called, what it shows, for how long. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowWall, listWalls, WALL_DAYS } from '#features/matters/contract.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { AreaSelect } from '../lookup/area-select.tsx';
import { usePlace } from '../lookup/use-place.ts';

interface Wanted {
  readonly code: string;
  readonly name: string;
  readonly areaId: string | undefined;
  readonly days: number;
}

const FIELDS = ['code', 'name', 'areaId', 'days'] as const;

/** @param code as a scanned address carries it */
export function AllowWall({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('matters');
  const client = useQueryClient();
  const allow = useCommand(allowWall);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const errors = useFieldErrors(allow.error, missing, FIELDS);
  const frame = useRef<HTMLFormElement>(null);
  // What is wrong is where the hand is next.
  useEffect(() => {
    if (missing.length === 0 && allow.error === null) return;
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [missing, allow.error]);
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
    const filled = { ...wanted, areaId };
    const without = FIELDS.filter((field) => String(filled[field] ?? '').trim() === '');
    setMissing(without);
    if (without.length > 0 || areaId === undefined) return;
    allow.mutate(
      { body: { ...wanted, areaId } },
      {
        onSuccess: () => {
          set({ code: '', name: '' });
          client.invalidateQueries({ queryKey: [listWalls.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <form
      ref={frame}
      className="walls-allow"
      aria-label={t('web.walls.allow')}
      noValidate
      onSubmit={send}
    >
      <h2>{t('web.walls.allow')}</h2>
      <div className="walls-fields">
        <Field
          label={t('web.walls.code')}
          error={errors.of('code')}
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
        <Field
          label={t('web.walls.name')}
          error={errors.of('name')}
          hint={t('web.walls.nameHint')}
          required
        >
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              value={wanted.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('web.walls.area')} error={errors.of('areaId')} required>
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
          error={errors.of('days')}
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
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      {allow.isSuccess && (
        <p role="status">{t('web.walls.allowed', { name: allow.variables.body.name })}</p>
      )}
      <Button type="primary" htmlType="submit" loading={allow.isPending}>
        {t('web.walls.submit')}
      </Button>
    </form>
  );
}
