/** Fields of a form made by `useForm`: their values, hints and errors find one another by name. */
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ControlProps, Field } from './field.tsx';
import type { Form } from './use-form.ts';

interface FieldOf<V extends object> {
  readonly form: Form<V>;
  readonly name: keyof V & string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Said beside the label of what may stay empty. */
  readonly optional?: boolean;
}

interface AnyFieldProps<V extends object> extends FieldOf<V> {
  readonly children: (
    control: ControlProps,
    value: unknown,
    set: (value: unknown) => void,
  ) => ReactNode;
}

export function FormField<V extends object>(props: AnyFieldProps<V>): ReactNode {
  const { form, name, label, hint, optional = false, children } = props;
  const { t } = useTranslation('ui');
  return (
    <Field
      label={
        <>
          {label} {optional && <span className="muted">{t('form.optional')}</span>}
        </>
      }
      hint={hint}
      error={form.errors.of(name)}
      required={!optional}
    >
      {(control) =>
        children(control, form.values[name], (value) =>
          form.change({ [name]: value } as Partial<V>),
        )
      }
    </Field>
  );
}

interface TextFieldProps<V extends object> extends FieldOf<V> {
  readonly most?: number;
  readonly type?: 'text' | 'date' | 'number' | 'tel';
  readonly placeholder?: string;
}

/** A line of text, or a day as the browser lets it be chosen (`2026-11-26` on the wire). */
export function TextField<V extends object>(props: TextFieldProps<V>): ReactNode {
  const { most = 100, type = 'text', placeholder, ...field } = props;
  return (
    <FormField {...field}>
      {(control, value, set) => (
        <Input
          {...control}
          type={type}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          maxLength={most}
          placeholder={placeholder}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  );
}

interface ChoiceFieldProps<V extends object> extends FieldOf<V> {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export function ChoiceField<V extends object>({
  choices,
  ...field
}: ChoiceFieldProps<V>): ReactNode {
  return (
    <FormField {...field}>
      {(control, value, set) => (
        <Select
          {...control}
          value={typeof value === 'string' && value !== '' ? value : null}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...choices]}
          onChange={set}
        />
      )}
    </FormField>
  );
}
