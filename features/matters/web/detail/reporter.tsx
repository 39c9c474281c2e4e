/** Who reported: masked, and shown only for a purpose that is written down. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { type MatterDetail, revealReporter } from '#features/matters/contract.ts';
import type { Role } from '#kernel/role.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';

const PURPOSES = ['call_back', 'contact_reporter', 'correct_data', 'legal_request'] as const;
type Purpose = (typeof PURPOSES)[number];

export function Reporter({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const command = useCommand(revealReporter);
  if (matter.reporter === null) return null;
  const shown = command.data ?? matter.reporter;
  const may = carries(session, revealReporter.audience as readonly Role[]);
  return (
    <section className="reporter" aria-label={t('web.reporter.title')}>
      <p>
        <span className="muted">{t('web.reporter.title')}</span>{' '}
        {shown.name || t('web.reporter.noName')} {shown.phone}
        {may && command.data === undefined && !asking && (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            {t('web.reporter.reveal')}
          </Button>
        )}
      </p>
      {asking && command.data === undefined && (
        <PurposeForm
          error={command.error}
          busy={command.isPending}
          cancel={() => setAsking(false)}
          ask={(purpose, reason) =>
            command.mutate({ params: { matterId: matter.matterId }, body: { purpose, reason } })
          }
        />
      )}
    </section>
  );
}

interface PurposeFormProps {
  readonly error: unknown;
  readonly busy: boolean;
  readonly ask: (purpose: Purpose, reason: string) => void;
  readonly cancel: () => void;
}

function PurposeForm({ error, busy, ask, cancel }: PurposeFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const [purpose, setPurpose] = useState<Purpose>('contact_reporter');
  const [reason, setReason] = useState('');
  const errors = useFieldErrors(error, [], ['purpose', 'reason']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(purpose, reason.trim());
  };
  return (
    <form className="purpose-form" onSubmit={submit} noValidate>
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      <Field
        label={t('web.reporter.why')}
        hint={t('web.reporter.logged')}
        error={errors.of('purpose')}
        required
      >
        {(control) => (
          <Select
            {...control}
            value={purpose}
            options={PURPOSES.map((value) => ({
              value,
              label: t(`web.reporter.purpose.${value}`),
            }))}
            onChange={setPurpose}
          />
        )}
      </Field>
      <Field label={t('web.reporter.words')} error={errors.of('reason')}>
        {(control) => (
          <Input
            {...control}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('web.reporter.show')}
        </Button>
        <Button onClick={cancel}>{t('ui:form.cancel')}</Button>
      </div>
    </form>
  );
}
