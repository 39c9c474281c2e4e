/** Begins a local area below another one. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { type AreaSummary, addArea, getArea, listAreas } from '../contract.ts';

interface LocalAreaFormProps {
  readonly parent: Pick<AreaSummary, 'areaId' | 'name'>;
  readonly close: Close;
}

export function LocalAreaForm({ parent, close }: LocalAreaFormProps): ReactNode {
  const { t } = useTranslation('places');
  const form = useForm({
    name: `area ${parent.areaId}`,
    endpoint: addArea,
    empty: { name: '', nameEn: '', code: '' },
    required: ['name'],
    request: ({ name, nameEn, code }) => ({
      body: { parentId: parent.areaId, name, nameEn, code },
    }),
    refresh: [listAreas, getArea],
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.add.title', { name: parent.name })}
      text={t('web.add.text')}
      submit={t('web.add.submit')}
      cancel={close.cancel}
    >
      <TextField form={form} name="name" label={t('web.add.name')} />
      <div className="form-pair">
        <TextField form={form} name="nameEn" label={t('web.add.nameEn')} optional />
        <TextField
          form={form}
          name="code"
          label={t('web.add.code')}
          hint={t('web.add.codeHint')}
          most={32}
          optional
        />
      </div>
    </FormFrame>
  );
}
