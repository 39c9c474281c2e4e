/** One file on its way: matched, checked, taken in, and taken back where it must be. */
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { getRun, isWorking, listRuns, type RunState } from '../../contract.ts';
import '../imports.css';
import { MatchStep } from '../match/match-step.tsx';
import { RunChip } from '../run-chip.tsx';
import { CheckedStep } from './checked-step.tsx';
import { DoneStep } from './done-step.tsx';
import './run.css';
import type { RunAnswer } from './run-answer.ts';
import { WorkingStep } from './working-step.tsx';

const LOOKS_AGAIN = 1_000;

export default function RunScreen(): ReactNode {
  const params: { runId?: string } = useParams({ strict: false });
  const read = useRead(getRun, { params: { runId: params.runId ?? '' } }, { fresh: 0 });
  const refresh = useRefresh();
  const look = useEffectEvent(() => refresh([getRun, listRuns]));
  const working = read.data !== undefined && isWorking(read.data.run.state);
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(look, LOOKS_AGAIN);
    return () => clearInterval(timer);
  }, [working]);
  return (
    <div className="imports run">
      <ReadState read={read}>{(answer) => <Run answer={answer} />}</ReadState>
    </div>
  );
}

function Run({ answer }: { readonly answer: RunAnswer }): ReactNode {
  const { t } = useTranslation('imports');
  const { run } = answer;
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(run.state);
  // What comes next is read out, and keys go on from there.
  useEffect(() => {
    if (before.current !== run.state) head.current?.focus();
    before.current = run.state;
  }, [run.state]);
  return (
    <>
      <header className="run-head">
        <p className="run-way">
          <Link to="/imports" search={{ kind: run.kind }}>
            {t('web.title')}
          </Link>
        </p>
        <h1 ref={head} tabIndex={-1}>
          {run.fileName}
        </h1>
        <p className="run-facts muted">
          {t(`web.kind.${run.kind}.name`)} · <RunChip state={run.state} /> ·{' '}
          {run.own ? t('web.record.own') : run.by} · <Moment at={run.begunAt} />
        </p>
        <Steps state={run.state} />
      </header>
      <Present answer={answer} />
    </>
  );
}

const STEPS = ['match', 'check', 'take'] as const;

const STEP_OF: Readonly<Record<RunState, number>> = {
  new: 0,
  refused: 0,
  dropped: 0,
  checking: 1,
  checked: 1,
  importing: 2,
  done: 3,
  undoing: 3,
  undone: 3,
};

function Steps({ state }: { readonly state: RunState }): ReactNode {
  const { t } = useTranslation('imports');
  const at = STEP_OF[state];
  return (
    <ol className="run-steps" aria-label={t('web.steps.label')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'is-past' : ''}
          {...(index === at && { 'aria-current': 'step' as const })}
        >
          <span className="run-step-number" aria-hidden>
            {index < at ? '✓' : index + 1}
          </span>
          {t(`web.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Present({ answer }: { readonly answer: RunAnswer }): ReactNode {
  const { t } = useTranslation('imports');
  const { run } = answer;
  switch (run.state) {
    case 'new':
    case 'refused':
      return <MatchStep run={run} />;
    case 'checked':
      return <CheckedStep answer={answer} />;
    case 'checking':
    case 'importing':
    case 'undoing':
      return <WorkingStep run={run} />;
    case 'done':
    case 'undone':
      return <DoneStep answer={answer} />;
    case 'dropped':
      return <p role="status">{t('web.dropped')}</p>;
  }
}
