/** The fields of the step, once for all. */
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '#features/matters/contract.ts';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { inputOf, missingFields, shownFields, type Values } from '../actions/action-fields.ts';
import { FieldControl } from '../actions/field-control.tsx';
import type { Bulk } from './use-bulk.ts';

interface BulkFormProps {
  readonly action: BulkAction;
  readonly bulk: Bulk;
}

export function BulkForm({ action, bulk }: BulkFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const [values, setValues] = useState<Values>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const fields = shownFields(action, values);
  const errors = useFieldErrors(
    bulk.error,
    missing,
    fields.map(({ name }) => name),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = missingFields(action, values);
    setMissing(empty);
    if (empty.length === 0) bulk.look(inputOf(fields, values));
  };
  return (
    <form
      className="bulk-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <p className="muted">{t(`web.action.${action}.says`)}</p>
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      {fields.map((field, index) => (
        <FieldControl
          key={field.name}
          matter={undefined}
          action={action}
          field={field}
          values={values}
          first={index === 0}
          error={errors.of(field.name)}
          change={(part) => setValues({ ...values, ...part })}
        />
      ))}
      <div className="form-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={bulk.busy}
          autoFocus={fields.length === 0}
        >
          {t('web.bulk.look')}
        </Button>
        <span className="form-keys muted" aria-hidden>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </form>
  );
}
