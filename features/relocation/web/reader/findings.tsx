/** What the checks found, each with its place and a sentence; a press leads to the place where there is one to go to. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape } from '#ui/status/shape.tsx';
import type { PlacedProblem } from '../../rules/check/check-text.ts';
import { problemSentence } from '../../rules/explain/say.ts';
import type { Severity } from '../../rules/scheme/problem.ts';
import { useVoice } from '../use-voice.ts';
import './findings.css';

const TONES = { error: 'late', warning: 'soon', hint: 'shelved' } as const satisfies Record<
  Severity,
  string
>;

interface FindingsProps {
  readonly problems: readonly PlacedProblem[];
  /** Whether they are unfolded at first. */
  readonly open: boolean;
  /** Goes to the place in the text. */
  readonly go?: (problem: PlacedProblem) => void;
}

export function Findings({ problems, open, go }: FindingsProps): ReactNode {
  const { t } = useTranslation('relocation');
  const count = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), hints: count('hint') };
  if (problems.length === 0)
    return (
      <p className="findings-none" role="status">
        <Shape tone="ended" /> {t('web.findings.none')}
      </p>
    );
  return (
    <details className="findings" open={open}>
      <summary>
        <span role="status">{t('web.findings.count', counts)}</span>
      </summary>
      <ol>
        {problems.map((problem) => (
          <Finding key={keyOf(problem)} problem={problem} {...(go && { go })} />
        ))}
      </ol>
    </details>
  );
}

function keyOf({ code, path, span, values }: PlacedProblem): string {
  return JSON.stringify([code, path, span, values]);
}

interface FindingProps {
  readonly problem: PlacedProblem;
  readonly go?: (problem: PlacedProblem) => void;
}

function Finding({ problem, go }: FindingProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const tone = TONES[problem.severity];
  const content = (
    <>
      <span className={`tone-shape tone-${tone}`}>
        <Shape tone={tone} />
      </span>
      <span className="findings-place">
        {t(`severity.${problem.severity}`)} {t('web.findings.line', { line: problem.place.line })}
      </span>
      <span>{problemSentence(problem, voice.say)}</span>
    </>
  );
  return (
    <li>
      {go === undefined ? (
        <span className="finding">{content}</span>
      ) : (
        <button type="button" className="finding plain-button" onClick={() => go(problem)}>
          {content}
        </button>
      )}
    </li>
  );
}
