/** Changing a limit, whose duty a category is, and whether communities may be its main handler. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeDuty,
  listCategories,
  listLimits,
  setCommunityDuty,
  setLimit,
} from '#features/matters/contract.ts';
import { STAGES, type Stage } from '#features/matters/rules/stages.ts';
import { OrganisationSelect } from '#features/organisations/web/public.ts';
import { TIME_UNITS, type TimeUnit } from '#kernel/calendar/time-limit.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { ChoiceField, FormField, TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import type { CategoryChoice } from '../lookup/use-categories.ts';
import type { Kept } from './limit-words.ts';

interface CategoryFormProps {
  readonly choice: CategoryChoice;
  readonly kept: Kept;
  readonly close: Close;
}

const CHANGED = [listLimits, listCategories];

interface LimitValues {
  readonly stage: string;
  readonly condition: string;
  readonly amount: string;
  readonly unit: string;
  readonly rule: string;
}

export function LimitForm({ choice, kept, close }: CategoryFormProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const { categoryId, version } = kept;
  const handling = kept.limits.find(({ stage }) => stage === 'handle');
  const empty: LimitValues = {
    stage: 'handle',
    condition: '',
    amount: String(handling?.amount ?? ''),
    unit: handling?.unit ?? 'working_day',
    rule: '',
  };
  const form = useForm({
    name: `limit ${categoryId}`,
    endpoint: setLimit,
    empty,
    required: ['stage', 'amount', 'unit', 'rule'],
    request: ({ stage, condition, amount, unit, rule }) => ({
      params: { categoryId },
      body: {
        version,
        stage: stage as Stage,
        condition,
        amount: Number(amount),
        unit: unit as TimeUnit,
        rule,
      },
    }),
    refresh: CHANGED,
    done: close.done,
  });
  const { conditions } = choice.category;
  return (
    <FormFrame
      form={form}
      label={t('web.catalogue.limit.title', { name: choice.label })}
      text={t('web.catalogue.limit.text')}
      submit={t('web.catalogue.limit.submit')}
      cancel={close.cancel}
    >
      <div className="form-pair">
        <ChoiceField
          form={form}
          name="stage"
          label={t('web.catalogue.limit.stage')}
          choices={STAGES.map((stage) => ({
            value: stage,
            label: t(`web.catalogue.stage.${stage}`),
          }))}
        />
        {conditions.length > 0 && (
          <ChoiceField
            form={form}
            name="condition"
            label={t('web.field.condition')}
            optional
            choices={conditions.map(({ code, name, nameEn }) => ({
              value: code,
              label: i18n.language === 'en' ? nameEn || name : name,
            }))}
          />
        )}
      </div>
      <div className="form-pair">
        <TextField
          form={form}
          name="amount"
          type="number"
          label={t('web.catalogue.limit.amount')}
        />
        <ChoiceField
          form={form}
          name="unit"
          label={t('web.catalogue.limit.unit')}
          choices={TIME_UNITS.map((unit) => ({
            value: unit,
            label: t(`web.catalogue.unit.${unit}`),
          }))}
        />
      </div>
      <TextField
        form={form}
        name="rule"
        label={t('web.catalogue.limit.rule')}
        hint={t('web.catalogue.limit.ruleHint')}
        most={200}
      />
    </FormFrame>
  );
}

interface DutyValues {
  readonly organisationId: string | undefined;
  readonly basis: string;
}

const BASES = ['owner', 'territory'] as const;
type Basis = (typeof BASES)[number];

export function DutyForm({ choice, kept, close }: CategoryFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const { categoryId, version } = kept;
  const basis = choice.category.kind === 'component' ? 'owner' : 'territory';
  const empty: DutyValues = { organisationId: undefined, basis };
  const form = useForm({
    name: `duty ${categoryId}`,
    endpoint: changeDuty,
    empty,
    required: ['organisationId', 'basis'],
    request: (values) => ({
      params: { categoryId },
      body: {
        version,
        organisationId: (values.organisationId ?? '') as OrganisationId,
        basis: values.basis as Basis,
        holds: true,
      },
    }),
    refresh: CHANGED,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.catalogue.duty.title', { name: choice.label })}
      text={t('web.catalogue.duty.text')}
      submit={t('web.catalogue.duty.submit')}
      cancel={close.cancel}
    >
      <FormField form={form} name="organisationId" label={t('web.catalogue.duty.unit')}>
        {(control, value, set) => (
          <OrganisationSelect control={control} value={value as string | undefined} choose={set} />
        )}
      </FormField>
      <ChoiceField
        form={form}
        name="basis"
        label={t('web.catalogue.duty.basis')}
        choices={BASES.map((one) => ({ value: one, label: t(`web.unit.basis.${one}`) }))}
      />
    </FormFrame>
  );
}

export function EndDutyForm({ choice, kept, close }: CategoryFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const { categoryId, version, duties } = kept;
  const form = useForm({
    name: `end duty ${categoryId}`,
    endpoint: changeDuty,
    empty: { duty: '' },
    required: ['duty'],
    request: ({ duty }) => {
      const [organisationId = '', basis = ''] = duty.split(' ');
      return {
        params: { categoryId },
        body: { version, organisationId, basis: basis as Basis, holds: false },
      };
    },
    refresh: CHANGED,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.catalogue.endDuty.title', { name: choice.label })}
      submit={t('web.catalogue.endDuty.submit')}
      grave
      cancel={close.cancel}
    >
      <ChoiceField
        form={form}
        name="duty"
        label={t('web.catalogue.duty.unit')}
        choices={duties.map(({ organisationId, organisationName, basis }) => ({
          value: `${organisationId} ${basis}`,
          label: `${organisationName} · ${t(`web.unit.basis.${basis}`)}`,
        }))}
      />
    </FormFrame>
  );
}

export function CommunityForm({ choice, kept, close }: CategoryFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const { categoryId, version } = kept;
  const may = choice.category.communityMayHandle;
  const form = useForm({
    name: `community ${categoryId}`,
    endpoint: setCommunityDuty,
    empty: {},
    request: () => ({ params: { categoryId }, body: { version, mayHandle: !may } }),
    refresh: CHANGED,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t(may ? 'web.catalogue.community.off' : 'web.catalogue.community.on')}
      text={t(may ? 'web.catalogue.community.offText' : 'web.catalogue.community.onText')}
      submit={t('web.catalogue.community.submit')}
      cancel={close.cancel}
    />
  );
}
