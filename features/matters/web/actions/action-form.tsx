/** The form of one action, made from its fields; what was typed stays when it is closed or refused. */
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionInput, MatterDetail } from '#features/matters/contract.ts';
import { useDraft } from '#ui/forms/draft.ts';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { inputOf, missingFields, shownFields, type Values } from './action-fields.ts';
import { FieldControl } from './field-control.tsx';
import { StaleNote } from './stale-note.tsx';
import { startValues } from './start-values.ts';
import { useAct } from './use-act.ts';

interface ActionFormProps {
  readonly matter: MatterDetail;
  readonly action: ActionInput['action'];
  readonly close: () => void;
}

export function ActionForm({ matter, action, close }: ActionFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const title = useId();
  const { draft, change, clear } = useDraft<Record<string, unknown>>(
    `${matter.matterId}:${action}`,
  );
  const [missing, setMissing] = useState<readonly string[]>([]);
  const act = useAct(matter, action, () => {
    clear();
    close();
  });
  const values: Values = { ...startValues(matter, action), ...draft };
  const fields = shownFields(action, values);
  const errors = useFieldErrors(
    act.error,
    missing,
    fields.map(({ name }) => name),
  );
  const still = matter.actions.some((lawful) => lawful === action);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = missingFields(action, values);
    setMissing(empty);
    if (empty.length === 0) act.send(inputOf(fields, values));
  };
  return (
    <form
      className="action-panel action-form"
      aria-labelledby={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          close();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <h2 id={title}>{t(`web.action.${action}.title`)}</h2>
      <p className="muted">{t(`web.action.${action}.says`)}</p>
      {act.before !== undefined && <StaleNote before={act.before} now={matter} still={still} />}
      {act.before === undefined && errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      {fields.map((field, index) => (
        <FieldControl
          key={field.name}
          matter={matter}
          action={action}
          field={field}
          values={values}
          first={index === 0}
          error={errors.of(field.name)}
          change={change}
        />
      ))}
      <div className="form-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={act.busy}
          disabled={!still}
          autoFocus={fields.length === 0}
        >
          {t(act.before === undefined ? `web.action.${action}.submit` : 'web.stale.again')}
        </Button>
        <Button onClick={close}>{t('ui:form.cancel')}</Button>
        <span className="form-keys muted" aria-hidden>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </form>
  );
}
