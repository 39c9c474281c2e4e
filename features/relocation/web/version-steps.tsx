/** What may be done with a version now, as the server says; each step is asked once before it is taken. */
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import { REASON_MOST, stepVersion, type VersionHead, type VersionStep } from '../contract.ts';
import { needsReason } from '../rules/publication/steps.ts';
import { useRenew } from './use-renew.ts';

type Step = Exclude<VersionStep, 'save'>;

interface StepsProps {
  readonly version: VersionHead;
}

export function VersionSteps({ version }: StepsProps): ReactNode {
  const { t } = useTranslation('relocation');
  const [asked, setAsked] = useState<Step>();
  const steps = version.steps.filter((step): step is Step => step !== 'save');
  const waitsForOther = version.state === 'submitted' && !steps.includes('publish');
  return (
    <>
      <div className="scheme-steps" role="toolbar" aria-label={t('web.step.title')}>
        {version.steps.includes('save') && (
          <Link
            to="/scheme-versions/$versionId/edit"
            params={{ versionId: version.versionId }}
            className="scheme-begin"
          >
            {t('web.step.edit')}
          </Link>
        )}
        {steps.map((step) => (
          <Button
            key={step}
            type={step === 'publish' ? 'primary' : 'default'}
            aria-expanded={asked === step}
            onClick={() => setAsked(asked === step ? undefined : step)}
          >
            {t(`web.step.${step}.name`)}
          </Button>
        ))}
      </div>
      {waitsForOther && (
        <p className="muted" role="note">
          {t('web.step.other')}
        </p>
      )}
      {asked !== undefined && (
        <Ask key={asked} step={asked} version={version} leave={() => setAsked(undefined)} />
      )}
    </>
  );
}

interface AskProps extends StepsProps {
  readonly step: Step;
  readonly leave: () => void;
}

function Ask({ step, version, leave }: AskProps): ReactNode {
  const { t } = useTranslation('relocation');
  const [reason, setReason] = useState('');
  const renew = useRenew();
  const sentence = useRefusalSentence();
  const command = useCommand(stepVersion);
  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.mutateAsync({
      params: { versionId: version.versionId },
      body: { version: version.version, step, reason },
    });
    leave();
    await renew();
  };
  return (
    <form
      className="scheme-asks"
      aria-label={t(`web.step.${step}.name`)}
      onSubmit={(event) => take(event).catch(() => undefined)}
    >
      <p>{t(`web.step.${step}.ask`)}</p>
      {step === 'publish' && version.digest !== null && (
        <p className="scheme-digest">{version.digest}</p>
      )}
      {needsReason(step) && (
        <Field label={t('web.version.reason')} required>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={2}
              maxLength={REASON_MOST}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      {command.error !== null && (
        <p className="form-says" role="alert">
          {sentence(command.error)}
        </p>
      )}
      <div className="scheme-steps">
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          {t(`web.step.${step}.do`)}
        </Button>
        <Button onClick={leave}>{t('ui:form.cancel')}</Button>
      </div>
    </form>
  );
}
