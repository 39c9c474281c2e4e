/** Sign-in name and password. */
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { signIn } from '../contract.ts';
import type { StepProps } from './step-props.ts';

export function PasswordForm({ go }: StepProps): ReactNode {
  const { t } = useTranslation('access');
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const command = useCommand(signIn);
  const errors = useFieldErrors(command.error, missing, ['signInName', 'password']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = Object.entries({ signInName: signInName.trim(), password });
    const without = empty.filter(([, value]) => value === '').map(([name]) => name);
    setMissing(without);
    if (without.length > 0) return;
    command.mutate(
      { body: { signInName: signInName.trim(), password } },
      { onSuccess: ({ next }) => go(next) },
    );
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <h1>{t('web.signIn.title')}</h1>
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      <Field label={t('web.signIn.name')} error={errors.of('signInName')} required>
        {(control) => (
          <Input
            {...control}
            value={signInName}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            maxLength={64}
            onChange={(event) => setSignInName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('web.signIn.password')} error={errors.of('password')} required>
        {(control) => (
          <Input.Password
            {...control}
            value={password}
            autoComplete="current-password"
            maxLength={256}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={command.isPending} block>
        {t('web.signIn.submit')}
      </Button>
      <p className="muted">{t('web.signIn.help')}</p>
    </form>
  );
}
