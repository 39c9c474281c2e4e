/** The way of an empty system to its first evaluated matter; gone when all of it is done. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { firstStepsOf } from '#features/matters/contract.ts';
import type { FirstStep } from '#features/matters/rules/first-steps.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import './first-steps.css';

type Step = Answer<typeof firstStepsOf>['steps'][number];

const LOOKS_AGAIN = 5_000;

/** The screen on which each step is done. */
const SCREEN: Readonly<Record<FirstStep, string>> = {
  areas: '/areas',
  posts: '/organisations',
  people: '/people',
  accounts: '/people',
  entered: '/enter',
  dispatched: '/dispatch',
  closed: '/matters',
  evaluated: '/matters',
};

export function FirstSteps(): ReactNode {
  const { t } = useTranslation('matters');
  const title = useId();
  const read = useRead(firstStepsOf, {}, { fresh: 0 });
  const refresh = useRefresh();
  const look = useEffectEvent(() => refresh([firstStepsOf]));
  const open = read.data?.done === false;
  useEffect(() => {
    if (!open) return undefined;
    // Two administrators and four others are at it: each sees what the others have done.
    const timer = setInterval(look, LOOKS_AGAIN);
    return () => clearInterval(timer);
  }, [open]);
  if (read.data?.done === true) return null;
  return (
    <section className="first-steps" aria-labelledby={title}>
      <h2 id={title}>{t('web.start.title')}</h2>
      <p className="muted">{t('web.start.purpose')}</p>
      <ReadState read={read}>
        {({ steps }) => {
          const next = steps.find(({ done }) => !done)?.step;
          return (
            <ol>
              {steps.map((step) => (
                <StepLine key={step.step} step={step} next={step.step === next} />
              ))}
            </ol>
          );
        }}
      </ReadState>
    </section>
  );
}

interface StepProps {
  readonly step: Step;
  /** Whether it is the one to be done now. */
  readonly next: boolean;
}

function StepLine({ step, next }: StepProps): ReactNode {
  const { t } = useTranslation('matters');
  const open = next ? 'next' : 'later';
  const state = step.done ? 'done' : open;
  return (
    <li className={`first-step is-${state}`} {...(next && { 'aria-current': 'step' as const })}>
      <span className="first-step-mark" aria-hidden />
      <div>
        <p className="first-step-title">
          {t(`web.start.step.${step.step}`)}{' '}
          <span className="first-step-state">{t(`web.start.state.${state}`)}</span>
        </p>
        {!step.done && <StepNote step={step} next={next} />}
      </div>
      {!step.done && <Where step={step} next={next} />}
    </li>
  );
}

function StepNote({ step, next }: StepProps): ReactNode {
  const { t } = useTranslation('matters');
  const { missing, checkerApart, doer, people } = step;
  const comma = t('web.comma');
  const role = doer === 'reporter' ? t('web.start.reporter') : t(`access:web.role.${doer}`);
  const roles = missing.map((one) => t(`access:web.role.${one}`)).join(comma);
  return (
    <>
      <p className="muted">
        {people.length === 0
          ? t('web.start.by', { role })
          : t('web.start.byNamed', { role, names: people.join(comma) })}
      </p>
      {next && missing.length > 0 && <p>{t('web.start.missing', { roles })}</p>}
      {next && checkerApart && <p>{t('web.start.checkerApart')}</p>}
    </>
  );
}

/** A way there for whoever does it; the name of the screen for everybody else. */
function Where({ step: { step, doer }, next }: StepProps): ReactNode {
  const { t } = useTranslation('matters');
  const session = useSession();
  const mine = doer !== 'reporter' && carries(session, [doer]);
  return mine ? (
    <Link to={SCREEN[step]} className={next ? 'link-button' : 'first-step-go'}>
      {t(`web.start.go.${step}`)}
    </Link>
  ) : (
    <span className="muted">{t(`web.start.go.${step}`)}</span>
  );
}
