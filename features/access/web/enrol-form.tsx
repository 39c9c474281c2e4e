/** Begins a second factor: shows the secret for the app and the codes to keep, then asks for a code. */
import { Button, Input, QRCode } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import { enrolSecondFactor } from '../contract.ts';
import { CodeForm } from './code-form.tsx';
import type { StepProps } from './step-props.ts';

interface EnrolFormProps extends StepProps {
  /** True where the account has a password, which is asked for again. */
  readonly askPassword?: boolean;
}

export function EnrolForm({ go, askPassword = true }: EnrolFormProps): ReactNode {
  const { t } = useTranslation('access');
  const [password, setPassword] = useState('');
  const command = useCommand(enrolSecondFactor);
  const errors = useFieldErrors(command.error, [], ['password']);
  if (command.data !== undefined) return <Enrolling {...command.data} go={go} />;
  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        command.mutate({ body: password === '' ? {} : { password } });
      }}
    >
      <h1>{t('web.enrol.title')}</h1>
      <p>{t('web.enrol.why')}</p>
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      {askPassword && (
        <Field
          label={t('web.enrol.password')}
          hint={t('web.enrol.passwordHint')}
          error={errors.of('password')}
        >
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
      )}
      <Button type="primary" htmlType="submit" loading={command.isPending} block>
        {t('web.enrol.begin')}
      </Button>
    </form>
  );
}

interface EnrollingProps extends StepProps {
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

function Enrolling({ uri, backupCodes, go }: EnrollingProps): ReactNode {
  const { t } = useTranslation('access');
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <div className="sign-in-form">
      <h1>{t('web.enrol.title')}</h1>
      <p>{t('web.enrol.scan')}</p>
      <div className="enrol-code">
        <QRCode value={uri} size={168} color="#1c1e21" bgColor="#ffffff" type="svg" />
        <p className="muted">
          {t('web.enrol.byHand')} <code className="enrol-secret">{secret}</code>
        </p>
      </div>
      {backupCodes.length > 0 && (
        <details>
          <summary>{t('web.enrol.backup', { count: backupCodes.length })}</summary>
          <ul className="backup-codes">
            {backupCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <CodeForm go={go} bare />
    </div>
  );
}
