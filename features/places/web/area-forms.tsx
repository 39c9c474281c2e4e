/** Renaming an area and ending it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import type { ServerRefusal } from '#ui/client/refused.ts';
import { useRead } from '#ui/client/use-read.ts';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { endArea, getArea, inTheWayOfArea, listAreas, renameArea } from '../contract.ts';
import { IN_THE_WAY } from '../rules/area-end.ts';

interface AreaFormProps {
  readonly area: Answer<typeof getArea>;
  readonly close: Close;
}

const CHANGED = [listAreas, getArea, inTheWayOfArea];

export function RenameAreaForm({ area, close }: AreaFormProps): ReactNode {
  const { t } = useTranslation('places');
  const { areaId, version, name: present, nameEn: presentEn } = area;
  const earliest = area.versions.at(-1)?.from;
  const form = useForm({
    name: `rename area ${areaId}`,
    endpoint: renameArea,
    empty: { name: present, nameEn: presentEn, from: '' },
    required: ['name'],
    request: ({ name, nameEn, from }) => ({
      params: { areaId },
      body: { version, name, nameEn, ...(from !== '' && { from }) },
    }),
    refresh: CHANGED,
    say: ({ code }) =>
      code === 'place.period' ? t('web.rename.period', { day: earliest }) : undefined,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.rename.title', { name: present })}
      text={t('web.rename.text')}
      submit={t('web.rename.submit')}
      cancel={close.cancel}
    >
      <TextField form={form} name="name" label={t('web.rename.name')} />
      <div className="form-pair">
        <TextField form={form} name="nameEn" label={t('web.add.nameEn')} optional />
        <TextField
          form={form}
          name="from"
          type="date"
          label={t('web.rename.from')}
          hint={t('web.rename.fromHint', { day: earliest })}
          optional
        />
      </div>
    </FormFrame>
  );
}

export function EndAreaForm({ area, close }: AreaFormProps): ReactNode {
  const { t } = useTranslation('places');
  const { areaId, version, name } = area;
  const form = useForm({
    name: `end area ${areaId}`,
    endpoint: endArea,
    empty: { on: '' },
    request: ({ on }) => ({ params: { areaId }, body: { version, ...(on !== '' && { on }) } }),
    refresh: CHANGED,
    say: (refusal) => stillInUse(refusal, t),
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.end.title', { name })}
      text={t('web.end.text')}
      submit={t('web.end.submit')}
      grave
      cancel={close.cancel}
    >
      <InTheWay areaId={areaId} />
      <TextField
        form={form}
        name="on"
        type="date"
        label={t('web.end.on')}
        hint={t('web.end.onHint')}
        optional
      />
    </FormFrame>
  );
}

/** What has to be seen to first, each with how; a merger into another area is done by it. */
function InTheWay({ areaId }: Pick<AreaFormProps['area'], 'areaId'>): ReactNode {
  const { t } = useTranslation('places');
  const read = useRead(inTheWayOfArea, { params: { areaId } });
  return (
    <ReadState read={read} rows={2}>
      {({ inTheWay }) =>
        inTheWay.length === 0 ? (
          <p>{t('web.end.free')}</p>
        ) : (
          <div>
            <p>{t('web.end.first')}</p>
            <ul className="area-in-the-way">
              {inTheWay.map(({ by, count }) => (
                <li key={by}>
                  <strong>
                    {t('web.end.todo', { thing: t(`web.end.count.${by}`, { count }) })}
                  </strong>
                  {t(`web.end.how.${by}`)}
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </ReadState>
  );
}

/** The counts of the refusal in one sentence. */
function stillInUse(
  { code, detail = {} }: ServerRefusal,
  t: (key: string, values: Readonly<Record<string, unknown>>) => string,
): string | undefined {
  if (code !== 'place.still_in_use') return undefined;
  const things = IN_THE_WAY.flatMap((by) => {
    const count = detail[by];
    return typeof count === 'number' ? [t(`web.end.count.${by}`, { count })] : [];
  });
  return t('web.end.still', { things: things.join(t('web.end.and', {})) });
}
