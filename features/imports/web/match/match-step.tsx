/** Which column is which field: guessed, shown with what stands in it, changed where the guess is wrong. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { type ImportRun, importFields, lookIntoFile } from '../../contract.ts';
import { HeadingChoice } from './heading-choice.tsx';
import type { LookedAt } from './looked.ts';
import { MatchForm } from './match-form.tsx';
import './match.css';

interface MatchStepProps {
  readonly run: ImportRun;
  /** Back to what the check said, where there was one. */
  readonly leave?: () => void;
}

export function MatchStep({ run, leave }: MatchStepProps): ReactNode {
  const { t } = useTranslation('imports');
  const [at, setAt] = useState<LookedAt>({});
  const { sheet, heading } = at;
  const fields = useRead(importFields, { params: { kind: run.kind } }, { fresh: 600_000 });
  const looked = useRead(lookIntoFile, {
    params: { runId: run.runId },
    query: {
      ...(sheet !== undefined && { sheet }),
      ...(heading && { row: heading.row, rows: heading.rows }),
    },
  });
  return (
    <>
      {run.problem !== null && (
        <p className="form-says" role="alert">
          {t('web.match.refused', { reason: run.problem.message })}
        </p>
      )}
      <ReadState read={fields}>
        {(known) => (
          <ReadState read={looked}>
            {(seen) => (
              <>
                <HeadingChoice looked={seen} choose={setAt} />
                <MatchForm
                  key={`${seen.sheet} ${seen.heading?.row} ${seen.heading?.rows}`}
                  run={run}
                  fields={known}
                  looked={seen}
                  {...(leave && { leave })}
                />
              </>
            )}
          </ReadState>
        )}
      </ReadState>
    </>
  );
}
