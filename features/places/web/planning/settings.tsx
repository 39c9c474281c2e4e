/** What a grid should be like, each with a slider and a number. */
import { InputNumber, Segmented, Slider, Switch } from 'antd';
import {
  type Dispatch,
  memo,
  type ReactNode,
  type SetStateAction,
  useCallback,
  useId,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSettings } from '../../rules/draft/ground.ts';
import type { GroundAnswer } from './ground-of.ts';

export interface Wishes {
  readonly by: 'target' | 'grids';
  /** Households a grid. */
  readonly target: number;
  readonly grids: number;
  /** Percent. */
  readonly tolerance: number;
  /** Metres. */
  readonly stay: number;
  readonly keepParts: boolean;
  readonly seed: number;
}

/** What a grid has where nobody says: the guidance speaks of 300 to 500 households. */
const USUAL_TARGET = 400;

/** As many grids as today, or of the usual size. */
export function usualWishes({ points, grids, parts }: GroundAnswer): Wishes {
  const households = points.reduce((sum, [, , weight]) => sum + weight, 0);
  const number = grids.length > 0 ? grids.length : Math.round(households / USUAL_TARGET);
  return {
    by: 'grids',
    target: USUAL_TARGET,
    grids: Math.max(1, number),
    tolerance: 5,
    stay: 50,
    keepParts: parts.length > 0,
    seed: 1,
  };
}

export function settingsOf({ by, target, grids, tolerance, stay, seed }: Wishes): DraftSettings {
  return {
    size: by === 'target' ? { target } : { grids },
    tolerance: tolerance / 100,
    stay,
    seed,
  };
}

interface SettingsProps {
  readonly wishes: Wishes;
  readonly change: Dispatch<SetStateAction<Wishes>>;
  readonly hasParts: boolean;
  readonly households: number;
}

export function Settings({ wishes, change, hasParts, households }: SettingsProps): ReactNode {
  const { t } = useTranslation('places');
  const set = useCallback(
    (part: Partial<Wishes>): void => change((before) => ({ ...before, ...part })),
    [change],
  );
  const partsId = useId();
  const mostGrids = Math.max(20, Math.ceil(households / 50));
  return (
    <div className="planning-settings">
      <Segmented
        block
        aria-label={t('web.planning.by.label')}
        value={wishes.by}
        options={(['grids', 'target'] as const).map((value) => ({
          value,
          label: t(`web.planning.by.${value}`),
        }))}
        onChange={(by) => set({ by })}
      />
      {wishes.by === 'target' ? (
        <Sliding
          label={t('web.planning.target')}
          unit={t('web.planning.unit.households')}
          value={wishes.target}
          least={20}
          most={Math.max(1000, Math.ceil(households / 2))}
          step={10}
          name="target"
          set={set}
        />
      ) : (
        <Sliding
          label={t('web.planning.number')}
          unit={t('web.planning.unit.grids')}
          value={wishes.grids}
          least={1}
          most={mostGrids}
          name="grids"
          set={set}
        />
      )}
      <Sliding
        label={t('web.planning.tolerance')}
        unit="%"
        value={wishes.tolerance}
        least={1}
        most={30}
        name="tolerance"
        set={set}
      />
      <Sliding
        label={t('web.planning.stay')}
        hint={t('web.planning.stayHint')}
        unit={t('web.planning.unit.metres')}
        value={wishes.stay}
        least={0}
        most={1000}
        step={10}
        name="stay"
        set={set}
      />
      {hasParts && (
        <label className="planning-switch" htmlFor={partsId}>
          <Switch
            id={partsId}
            size="small"
            checked={wishes.keepParts}
            onChange={(keepParts) => set({ keepParts })}
          />
          {t('web.planning.keepParts')}
        </label>
      )}
    </div>
  );
}

type Measured = 'target' | 'grids' | 'tolerance' | 'stay';

interface SlidingProps {
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly name: Measured;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly set: (part: Partial<Wishes>) => void;
}

/** Drawn anew only where its own wish changes. */
const Sliding = memo(
  ({ label, hint, unit, name, value, least, most, step = 1, set }: SlidingProps): ReactNode => {
    const id = useId();
    return (
      <fieldset className="planning-sliding">
        <legend id={id}>{label}</legend>
        <Slider
          ariaLabelledByForHandle={id}
          min={least}
          max={most}
          step={step}
          value={value}
          tooltip={{ open: false }}
          onChange={(chosen) => set({ [name]: chosen })}
        />
        <InputNumber
          aria-labelledby={id}
          min={least}
          precision={0}
          value={value}
          suffix={unit}
          onChange={(typed) => set({ [name]: typed ?? value })}
        />
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </fieldset>
    );
  },
);
