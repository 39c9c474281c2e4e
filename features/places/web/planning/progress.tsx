/** How far the drawing is, and ending it early; told aloud once it is done. */
import { Progress as Bar, Button } from 'antd';
import { memo, type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pace } from './pace.ts';

interface ProgressProps {
  readonly isDrawing: boolean;
  readonly pace: Pace;
  /** What is there to see; none yet where absent. */
  readonly rests: 'drawn' | 'stopped' | undefined;
  readonly stop: () => void;
}

export const Progress = memo(Told);

function Told({ isDrawing, pace, rests, stop }: ProgressProps): ReactNode {
  const { t } = useTranslation('places');
  return (
    <div className="planning-progress">
      <p role="status">
        {isDrawing ? t('web.planning.drawing') : rests && t(`web.planning.${rests}`)}
      </p>
      {isDrawing && (
        <>
          <Part pace={pace} label={t('web.planning.drawing')} />
          <Button size="small" onClick={stop}>
            {t('web.planning.stop')}
          </Button>
        </>
      )}
    </div>
  );
}

function Part({ pace, label }: { readonly pace: Pace; readonly label: string }): ReactNode {
  const part = useSyncExternalStore(pace.listen, pace.now);
  return <Bar percent={Math.round(part * 100)} size="small" showInfo={false} aria-label={label} />;
}
