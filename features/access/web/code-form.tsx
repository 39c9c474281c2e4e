/** The six digits of the second factor, or one of the codes kept for the day the app is lost. */
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { verifyCode } from '../contract.ts';
import type { StepProps } from './step-props.ts';

const CODE_LENGTH = 6;

interface CodeFormProps extends StepProps {
  /** Below something that already has a title. */
  readonly bare?: boolean;
}

export function CodeForm({ go, bare = false }: CodeFormProps): ReactNode {
  const { t } = useTranslation('access');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const command = useCommand(verifyCode);
  const errors = useFieldErrors(command.error, missing, ['code']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = code.replaceAll(' ', '');
    const tooShort = given.length < CODE_LENGTH;
    setMissing(tooShort ? ['code'] : []);
    if (tooShort) return;
    command.mutate({ body: { code: given } }, { onSuccess: ({ next }) => go(next) });
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      {!bare && <h1>{t('web.code.title')}</h1>}
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      <Field
        label={t('web.code.label')}
        hint={t('web.code.hint')}
        error={errors.of('code')}
        required
      >
        {(control) => (
          <Input
            {...control}
            value={code}
            className="code-input"
            autoComplete="one-time-code"
            autoFocus
            maxLength={16}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={command.isPending} block>
        {t('web.code.submit')}
      </Button>
    </form>
  );
}
