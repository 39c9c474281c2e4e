/** A link that signs in once: used by a press, so that a preview of the link does not use it up. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { useLink } from '../contract.ts';
import { PasswordForm } from './password-form.tsx';
import type { StepProps } from './step-props.ts';

/** The token of `?token=…` or `#token=…`, undefined without one. */
export function linkToken(): string | undefined {
  const { search, hash } = window.location;
  const found =
    new URLSearchParams(search).get('token') ??
    new URLSearchParams(hash.replace(/^#/, '')).get('token');
  return found === null || found === '' ? undefined : found;
}

export function LinkEntry({ go }: StepProps): ReactNode {
  const { t } = useTranslation('access');
  const sentence = useRefusalSentence();
  const command = useCommand(useLink);
  const [byPassword, setByPassword] = useState(false);
  if (byPassword) return <PasswordForm go={go} />;
  const enter = (): void => {
    command.mutate(
      { body: { token: linkToken() ?? '' } },
      {
        onSuccess: ({ next }) => {
          window.history.replaceState(null, '', '/desk');
          go(next);
        },
      },
    );
  };
  return (
    <div className="sign-in-form">
      <h1>{t('web.link.title')}</h1>
      <p>{t('web.link.text')}</p>
      {command.error !== null && (
        <p className="form-says" role="alert">
          {sentence(command.error)}
        </p>
      )}
      <Button type="primary" block autoFocus loading={command.isPending} onClick={enter}>
        {t('web.link.enter')}
      </Button>
      <Button type="link" onClick={() => setByPassword(true)}>
        {t('web.link.password')}
      </Button>
    </div>
  );
}
