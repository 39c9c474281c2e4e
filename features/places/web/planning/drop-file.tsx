/** Households of the house, or a file that is dropped here; it never leaves the computer before the plan is proposed. */
import { Button } from 'antd';
import { type DragEvent, memo, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { GroundAnswer } from './ground-of.ts';

interface DropFileProps {
  readonly told: GroundAnswer;
  readonly dropped: Dropped | undefined;
  /** True where these are the households of a plan that was opened again. */
  readonly isPlan: boolean;
  readonly take: (file: File) => void;
  readonly forget: () => void;
}

export const DropFile = memo(Drop);

function Drop({ told, dropped, isPlan, take, forget }: DropFileProps): ReactNode {
  const { t } = useTranslation('places');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) take(file);
  };
  const count = dropped?.points.length || told.points.length;
  const walls = dropped?.walls.length ?? 0;
  return (
    <section
      className={over ? 'planning-drop planning-drop-over' : 'planning-drop'}
      aria-label={t('web.planning.source')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t(`web.planning.${isPlan ? 'fromPlan' : sourceOf(told, dropped)}`, { count })}</p>
      {walls > 0 && <p>{t('web.planning.walls', { count: walls })}</p>}
      {told.unknown > 0 && dropped === undefined && (
        <p className="muted">{t('web.planning.unknown', { count: told.unknown })}</p>
      )}
      {told.truncated && <p className="muted">{t('web.planning.truncated')}</p>}
      <p className="muted">{t('web.planning.dropHint')}</p>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,.json,.geojson"
        aria-label={t('web.planning.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) take(file);
          target.value = '';
        }}
      />
      <div className="planning-buttons">
        <Button size="small" onClick={() => input.current?.click()}>
          {t('web.planning.choose')}
        </Button>
        {dropped !== undefined && (
          <Button size="small" onClick={forget}>
            {t(isPlan ? 'web.planning.forgetPlan' : 'web.planning.forget')}
          </Button>
        )}
      </div>
    </section>
  );
}

function sourceOf(
  told: GroundAnswer,
  dropped: Dropped | undefined,
): 'fromFile' | 'fromHouse' | 'noHouseholds' {
  if (dropped !== undefined && dropped.points.length > 0) return 'fromFile';
  return told.points.length > 0 ? 'fromHouse' : 'noHouseholds';
}
