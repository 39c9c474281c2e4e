/** The document as text, with what the checks find in place, and households beside it that are worked out as one writes. */
import { Button } from 'antd';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettled } from '#ui/client/use-settled.ts';
import { checkText, type PlacedProblem } from '../../rules/check/check-text.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import { withExample } from '../../rules/scheme/with-example.ts';
import { Findings } from '../reader/findings.tsx';
import { Households } from './households.tsx';
import { marksOf, rangeOf } from './place-in-text.ts';
import { skeleton } from './skeleton.ts';
import { TextArea, type TextAreaHandle } from './text-area.tsx';
import './editor.css';

interface EditorProps {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Saving, submitting, where the area is chosen. */
  readonly children: ReactNode;
}

/** Milliseconds of rest after which the text is checked. */
const REST = 250;

export function Editor({ text, change, children }: EditorProps): ReactNode {
  const { t } = useTranslation('relocation');
  const area = useRef<TextAreaHandle>(null);
  const findingsId = useId();
  const settled = useSettled(text, REST);
  const checked = useMemo(() => checkText(settled), [settled]);
  const isEmpty = text.trim() === '';
  const marks = useMemo(
    () => (isEmpty ? new Map() : marksOf(checked.problems)),
    [checked, isEmpty],
  );
  const shown = useLastPlan(checked.asWritten);
  const go = (problem: PlacedProblem): void => {
    const { from, to } = rangeOf(text, problem);
    area.current?.select(from, to);
  };
  return (
    <div className="scheme-editor">
      <div className="scheme-writing">
        <div className="scheme-steps">{children}</div>
        <TextArea
          label={t('web.editor.text')}
          text={text}
          change={change}
          marks={marks}
          handle={area}
          describedBy={findingsId}
        />
        <div id={findingsId} className="scheme-findings">
          {isEmpty ? (
            <EmptyPage begin={() => change(skeleton((key) => t(`web.skeleton.${key}`)))} />
          ) : (
            <Findings problems={checked.problems} open go={go} />
          )}
        </div>
      </div>
      <Households
        plan={shown}
        stale={checked.asWritten === undefined}
        keep={(example) => change(withExample(text, example))}
      />
    </div>
  );
}

function EmptyPage({ begin }: { readonly begin: () => void }): ReactNode {
  const { t } = useTranslation('relocation');
  return (
    <div className="scheme-empty">
      <p>{t('web.editor.empty')}</p>
      <Button onClick={begin}>{t('web.editor.skeleton')}</Button>
    </div>
  );
}

/** While something is being typed the document is wrong for a moment; the last sound one stays in sight. */
function useLastPlan(plan: Plan | undefined): Plan | undefined {
  const last = useRef<Plan>(undefined);
  if (plan !== undefined) last.current = plan;
  return plan ?? last.current;
}
