/** Some words and a button; what was typed stays until it has arrived. */
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_LIMIT } from '#features/matters/contract.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';

interface WordsFormProps {
  readonly label: string;
  readonly submit: string;
  readonly error: unknown;
  readonly busy: boolean;
  readonly send: (text: string) => Promise<void>;
}

export function WordsForm({ label, submit, error, busy, send }: WordsFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const errors = useFieldErrors(error, [], ['text']);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    // A refusal is shown by the form; only what arrived is emptied.
    send(text.trim()).then(
      () => setText(''),
      () => undefined,
    );
  };
  return (
    <form className="words-form" onSubmit={onSubmit} noValidate>
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      <Field
        label={label}
        error={empty ? t('web.suggestions.missing') : errors.of('text')}
        required
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={text}
            maxLength={TEXT_LIMIT}
            autoSize={{ minRows: 3 }}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
