/** The control of one field by its kind. */
import { DatePicker, Input, Radio, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MatterDetail, TEXT_LIMIT } from '#features/matters/contract.ts';
import { OrganisationSelect } from '#features/organisations/web/public.ts';
import { type ControlProps, Field, FieldGroup } from '#ui/forms/field.tsx';
import { type ChosenPhoto, PhotoField } from '#ui/forms/photo-field.tsx';
import { useTimeZone } from '#ui/time/now.ts';
import { AreaSelect } from '../lookup/area-select.tsx';
import { CategorySelect, ConditionSelect } from '../lookup/category-select.tsx';
import { sendPhoto } from '../lookup/send-photo.ts';
import type { ActionField, Values } from './action-fields.ts';
import { TargetSelect } from './target-select.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { zonedDay, zonedInstant } from './zoned-instant.ts';

export interface FieldControlProps {
  /** Undefined where the step is taken for several: then nothing is suggested for one of them. */
  readonly matter: MatterDetail | undefined;
  readonly action: string;
  readonly field: ActionField;
  readonly values: Values;
  readonly first: boolean;
  readonly error: string | undefined;
  readonly change: (part: Values) => void;
}

const PHOTOS_MOST = 9;

export function FieldControl(props: FieldControlProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const { field, error, action } = props;
  const own = `web.action.${action}.field.${field.name}`;
  const label = t(i18n.exists(`matters:${own}`) ? own : `web.field.${field.name}`);
  const value = props.values[field.name];
  const set = (next: unknown): void => props.change({ [field.name]: next });
  if (field.kind === 'photos') {
    return (
      <PhotoField
        label={label}
        photos={(value ?? []) as readonly ChosenPhoto[]}
        most={PHOTOS_MOST}
        error={error}
        send={sendPhoto}
        change={set}
      />
    );
  }
  if (GROUPED.has(field.kind) || (field.kind === 'unit' && props.matter !== undefined)) {
    return (
      <FieldGroup label={label} error={error}>
        <Grouped {...props} label={label} value={value} set={set} />
      </FieldGroup>
    );
  }
  const optional = field.required ? null : <span className="muted"> {t('ui:form.optional')}</span>;
  return (
    <Field label={[label, optional]} error={error} required={field.required}>
      {(control) => <Single {...props} control={control} value={value} set={set} />}
    </Field>
  );
}

const GROUPED: ReadonlySet<string> = new Set(['decision', 'score', 'flag']);

interface Held extends FieldControlProps {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function Grouped({
  field,
  action,
  matter,
  value,
  set,
  label,
}: Held & { readonly label: string }): ReactNode {
  const { t } = useTranslation('matters');
  switch (field.kind) {
    case 'decision':
      return (
        <Radio.Group
          value={value}
          onChange={(event) => set(event.target.value)}
          options={[true, false].map((one) => ({
            value: one,
            label: t(`web.action.${action}.field.${field.name}Is.${one}`),
          }))}
        />
      );
    case 'score':
      return (
        <Radio.Group
          value={value}
          onChange={(event) => set(event.target.value)}
          options={[5, 4, 3, 2, 1].map((score) => ({
            value: score,
            label: t(`web.score.${score}`),
          }))}
        />
      );
    case 'flag':
      return <Switch checked={value === true} onChange={set} aria-label={label} />;
    default:
      return (
        matter && <UnitChoice matter={matter} value={value as string | undefined} choose={set} />
      );
  }
}

function Single(props: Held & { readonly control: ControlProps }): ReactNode {
  const { field, control, value, set, first } = props;
  const { t } = useTranslation('matters');
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return (
        <Input.TextArea
          {...control}
          value={text}
          autoFocus={first}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={field.most ?? TEXT_LIMIT}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'line':
      return (
        <Input
          {...control}
          value={text}
          maxLength={field.most ?? TEXT_LIMIT}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'choice':
      return (
        <Select
          {...control}
          value={text === '' ? null : text}
          options={(field.choices ?? []).map((choice) => ({
            value: choice,
            label: t(`web.choice.${field.name}.${choice}`),
          }))}
          onChange={set}
        />
      );
    case 'day':
    case 'instant':
      return <DateControl {...props} />;
    default:
      return <Chosen {...props} />;
  }
}

function DateControl({
  field,
  control,
  value,
  set,
}: Held & { readonly control: ControlProps }): ReactNode {
  const timeZone = useTimeZone();
  const withTime = field.kind === 'instant';
  const shown =
    typeof value === 'string' ? dayjs(withTime ? zonedDay(value, timeZone) : value) : null;
  return (
    <DatePicker
      {...control}
      value={shown}
      showTime={withTime && { format: 'HH:mm', minuteStep: 15 }}
      minDate={dayjs()}
      onChange={(date) => {
        if (date === null) set(undefined);
        else
          set(
            withTime
              ? zonedInstant(date.format('YYYY-MM-DDTHH:mm'), timeZone)
              : date.format('YYYY-MM-DD'),
          );
      }}
    />
  );
}

function Chosen({
  field,
  control,
  matter,
  values,
  value,
  set,
  first,
}: Held & { readonly control: ControlProps }): ReactNode {
  const chosen = typeof value === 'string' ? value : undefined;
  switch (field.kind) {
    case 'category':
      return <CategorySelect control={control} value={chosen} choose={set} first={first} />;
    case 'condition':
      return (
        <ConditionSelect
          control={control}
          categoryId={values['categoryId'] as string | undefined}
          value={chosen}
          choose={set}
        />
      );
    case 'area':
      return <AreaSelect control={control} value={chosen} known={matter?.area} choose={set} />;
    case 'matter':
      return (
        matter && <TargetSelect control={control} matter={matter} value={chosen} choose={set} />
      );
    default:
      return <OrganisationSelect control={control} value={chosen} choose={set} />;
  }
}
