/** How far the drawing is, and ending it early; told aloud once it is done. */
import { Progress as Bar, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../rules/draft/planning.ts';
import type { DrawnDraft } from './messages.ts';

interface ProgressProps {
  readonly step: Step | undefined;
  readonly draft: DrawnDraft | undefined;
  readonly stop: () => void;
}

export function Progress({ step, draft, stop }: ProgressProps): ReactNode {
  const { t } = useTranslation('places');
  const rests = draft?.stopped ? t('web.planning.stopped') : t('web.planning.drawn');
  return (
    <div className="planning-progress">
      <p role="status">
        {step === undefined ? draft !== undefined && rests : t('web.planning.drawing')}
      </p>
      {step !== undefined && (
        <>
          <Bar
            percent={Math.round(step.part * 100)}
            size="small"
            showInfo={false}
            aria-label={t('web.planning.drawing')}
          />
          <Button size="small" onClick={stop}>
            {t('web.planning.stop')}
          </Button>
        </>
      )}
    </div>
  );
}
