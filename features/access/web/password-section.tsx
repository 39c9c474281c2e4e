/** Sets the own password; all other sessions end with it. */
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { changePassword, whoAmI } from '../contract.ts';

export function PasswordSection({ hasPassword }: { readonly hasPassword: boolean }): ReactNode {
  const { t } = useTranslation('access');
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const command = useCommand(changePassword);
  const errors = useFieldErrors(command.error, missing, ['currentPassword', 'newPassword']);
  const refresh = useRefresh();
  const emptied = (): void => {
    refresh([whoAmI]);
    setCurrent('');
    setNew('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(newPassword === '' ? ['newPassword'] : []);
    if (newPassword === '') return;
    const body = hasPassword ? { currentPassword, newPassword } : { newPassword };
    command.mutate({ body }, { onSuccess: emptied });
  };
  return (
    <section className="account-section">
      <h2>{t('web.password.title')}</h2>
      <form className="account-form" onSubmit={submit} noValidate>
        {errors.form !== undefined && (
          <p className="form-says" role="alert">
            {errors.form}
          </p>
        )}
        {hasPassword && (
          <Field label={t('web.password.current')} error={errors.of('currentPassword')}>
            {(control) => (
              <Input.Password
                {...control}
                value={currentPassword}
                autoComplete="current-password"
                maxLength={256}
                onChange={(event) => setCurrent(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field
          label={t('web.password.new')}
          hint={t('web.password.hint')}
          error={errors.of('newPassword')}
          required
        >
          {(control) => (
            <Input.Password
              {...control}
              value={newPassword}
              autoComplete="new-password"
              maxLength={256}
              onChange={(event) => setNew(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button htmlType="submit" loading={command.isPending}>
            {t('web.password.submit')}
          </Button>{' '}
          <span role="status">{command.isSuccess ? t('web.password.done') : ''}</span>
        </div>
      </form>
    </section>
  );
}
