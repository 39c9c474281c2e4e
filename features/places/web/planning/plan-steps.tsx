/** The steps that are open to the reader: consult, bring into force, withdraw; and why one still waits. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { legalDay } from '#kernel/period.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import { useNow } from '#ui/time/now.ts';
import {
  bringPlanIntoForce,
  consultPlan,
  getPlan,
  listPlans,
  withdrawPlan,
} from '../../contract.ts';
import { dayAfter, LEAST_CONSULTATION } from '../../rules/plan/lawful.ts';

type Plan = Answer<typeof getPlan>;

export function PlanSteps({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('places');
  const { actions, waits } = plan;
  if (actions.length === 0 && waits === null) return null;
  const values = { day: plan.consultUntil, count: plan.unanswered };
  return (
    <section className="planning-steps" aria-label={t('web.planning.steps')}>
      {waits !== null && <p role="status">{t(`web.planning.waits.${waits.slice(5)}`, values)}</p>}
      {actions.includes('consult') && <Consult plan={plan} />}
      {actions.includes('bring_into_force') && <BringIntoForce plan={plan} />}
      {actions.includes('withdraw') && <Withdraw plan={plan} />}
    </section>
  );
}

/** After a step everything that shows the plan is read anew. */
function useReadAgain(): { readonly onSuccess: () => void } {
  const client = useQueryClient();
  return {
    onSuccess: () => {
      for (const { id } of [getPlan, listPlans])
        client.invalidateQueries({ queryKey: [id] }).catch(reportError);
    },
  };
}

function useToday(): string {
  const { tenant } = useSession();
  return legalDay(useNow(), tenant.timeZone);
}

interface StepFormProps {
  readonly title: string;
  readonly submit: string;
  readonly command: { readonly error: Error | null; readonly isPending: boolean };
  readonly ready: boolean;
  readonly send: () => void;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

function StepForm(props: StepFormProps): ReactNode {
  const { title, submit, command, ready, send, danger = false, children } = props;
  const sentence = useRefusalSentence();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className="planning-form" aria-label={title} onSubmit={onSubmit}>
      <h2>{title}</h2>
      {children}
      {command.error !== null && (
        <p className="form-says" role="alert">
          {sentence(command.error)}
        </p>
      )}
      <Button
        type={danger ? 'default' : 'primary'}
        htmlType="submit"
        loading={command.isPending}
        disabled={!ready}
      >
        {submit}
      </Button>
    </form>
  );
}

function DayField({
  label,
  hint,
  value,
  least,
  set,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly least: string;
  readonly set: (day: string) => void;
}): ReactNode {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} required>
      {(control) => (
        <DatePicker
          {...control}
          allowClear={false}
          value={dayjs(value)}
          minDate={dayjs(least)}
          onChange={(day) => set(day?.format('YYYY-MM-DD') ?? value)}
        />
      )}
    </Field>
  );
}

function Consult({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('places');
  const consult = useCommand(consultPlan);
  const again = useReadAgain();
  const least = dayAfter(useToday(), LEAST_CONSULTATION - 1);
  const [until, setUntil] = useState(least);
  const [notice, setNotice] = useState('');
  const { gridPlanId, version } = plan;
  return (
    <StepForm
      title={t('web.planning.consult.title')}
      submit={t('web.planning.consult.submit')}
      command={consult}
      ready={notice.trim() !== ''}
      send={() =>
        consult.mutate({ params: { gridPlanId }, body: { version, until, notice } }, again)
      }
    >
      <p className="muted">{t('web.planning.consult.hint')}</p>
      <DayField
        label={t('web.planning.consult.until')}
        hint={t('web.planning.consult.untilHint', { days: LEAST_CONSULTATION })}
        value={until}
        least={least}
        set={setUntil}
      />
      <Field
        label={t('web.planning.consult.notice')}
        hint={t('web.planning.consult.noticeHint')}
        required
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            maxLength={2000}
            value={notice}
            onChange={({ target }) => setNotice(target.value)}
          />
        )}
      </Field>
    </StepForm>
  );
}

function BringIntoForce({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('places');
  const bring = useCommand(bringPlanIntoForce);
  const again = useReadAgain();
  const today = useToday();
  const [from, setFrom] = useState(dayAfter(today, 1));
  const { gridPlanId, version } = plan;
  return (
    <StepForm
      title={t('web.planning.inForce.title')}
      submit={t('web.planning.inForce.submit')}
      command={bring}
      ready
      send={() => bring.mutate({ params: { gridPlanId }, body: { version, from } }, again)}
    >
      <p className="muted">{t('web.planning.inForce.hint')}</p>
      <DayField label={t('web.planning.inForce.from')} value={from} least={today} set={setFrom} />
    </StepForm>
  );
}

/** Closed until it is asked for: it is the rare way. */
function Withdraw({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('places');
  const withdraw = useCommand(withdrawPlan);
  const again = useReadAgain();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { gridPlanId, version } = plan;
  if (!open)
    return (
      <Button className="planning-rare" onClick={() => setOpen(true)}>
        {t('web.planning.withdraw.open')}
      </Button>
    );
  return (
    <StepForm
      danger
      title={t('web.planning.withdraw.title')}
      submit={t('web.planning.withdraw.submit')}
      command={withdraw}
      ready={reason.trim() !== ''}
      send={() => withdraw.mutate({ params: { gridPlanId }, body: { version, reason } }, again)}
    >
      <Field
        label={t('web.planning.withdraw.reason')}
        hint={t('web.planning.withdraw.reasonHint')}
        required
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </StepForm>
  );
}
