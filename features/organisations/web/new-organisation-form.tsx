/** Begins an organisation at the top or below another one. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaSelect } from '#features/places/web/public.ts';
import type { AreaId } from '#kernel/ids.ts';
import { ChoiceField, FormField, TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import {
  createOrganisation,
  getOrganisation,
  listOrganisations,
  type OrganisationSummary,
} from '../contract.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../rules/kinds.ts';

interface NewOrganisationFormProps {
  readonly parent: Pick<OrganisationSummary, 'organisationId' | 'name' | 'areaId'> | undefined;
  readonly close: Close;
}

interface Values {
  readonly name: string;
  readonly kind: string;
  readonly areaId: string | undefined;
  readonly creditCode: string;
}

export function NewOrganisationForm({ parent, close }: NewOrganisationFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const empty: Values = { name: '', kind: '', areaId: parent?.areaId, creditCode: '' };
  const form = useForm({
    name: `organisation below ${parent?.organisationId ?? 'nothing'}`,
    endpoint: createOrganisation,
    empty,
    required: ['name', 'kind', 'areaId'],
    request: ({ name, kind, areaId, creditCode }) => ({
      body: {
        name,
        kind: kind as OrganisationKind,
        areaId: (areaId ?? '') as AreaId,
        ...(parent !== undefined && { parentId: parent.organisationId }),
        ...(creditCode.trim() !== '' && { creditCode }),
      },
    }),
    refresh: [listOrganisations, getOrganisation],
    done: close.done,
  });
  const kinds = ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t(`web.kind.${kind}`) }));
  return (
    <FormFrame
      form={form}
      label={
        parent === undefined ? t('web.new.title') : t('web.new.titleBelow', { name: parent.name })
      }
      submit={t('web.new.submit')}
      cancel={close.cancel}
    >
      <div className="form-pair">
        <TextField form={form} name="name" label={t('web.new.name')} />
        <ChoiceField
          form={form}
          name="kind"
          label={t('web.new.kind')}
          hint={t('web.new.kindHint')}
          choices={kinds}
        />
      </div>
      <FormField form={form} name="areaId" label={t('web.new.area')} hint={t('web.new.areaHint')}>
        {(control, value, set) => (
          <AreaSelect control={control} value={value as string | undefined} choose={set} />
        )}
      </FormField>
      <TextField form={form} name="creditCode" label={t('web.new.creditCode')} most={40} optional />
    </FormFrame>
  );
}
