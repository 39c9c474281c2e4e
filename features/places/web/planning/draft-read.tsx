/** A draft in numbers and tables: as long as it is the same, it is not drawn anew while the next one comes. */
import { Tabs } from 'antd';
import { memo, type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ground } from '../../rules/draft/ground.ts';
import { Balance } from './balance.tsx';
import { Findings } from './findings.tsx';
import { GridTable } from './grid-table.tsx';
import type { GroundAnswer } from './ground-of.ts';
import { HomeTable } from './home-table.tsx';
import type { DrawnDraft } from './messages.ts';

interface DraftReadProps {
  readonly told: GroundAnswer;
  readonly ground: Ground;
  readonly draft: DrawnDraft;
  readonly pins: ReadonlySet<number>;
  readonly nameOf: (number: number) => string;
  readonly pin: (points: readonly number[], held: boolean) => void;
  readonly rename: (number: number, name: string) => void;
}

export const DraftRead = memo(Read);

function Read({ told, ground, draft, pins, nameOf, pin, rename }: DraftReadProps): ReactNode {
  const { t } = useTranslation('places');
  const pointsOf = useMemo(() => pointsByGrid(draft), [draft]);
  const hold = useCallback(
    (number: number, held: boolean) => pin(pointsOf(number), held),
    [pointsOf, pin],
  );
  const grids = (
    <GridTable
      grids={draft.grids}
      figures={draft.counted.grids}
      asked={draft.asked}
      workers={told.workers}
      today={told.grids}
      nameOf={nameOf}
      rename={rename}
      hold={hold}
      held={(number) => pointsOf(number).every((at) => pins.has(at))}
    />
  );
  const homes = (
    <HomeTable points={ground.points} draft={draft} pins={pins} nameOf={nameOf} pin={pin} />
  );
  return (
    <>
      <Balance figures={draft.counted.plan} grids={draft.counted.grids} asked={draft.asked} />
      <Findings draft={draft} nameOf={nameOf} points={ground.points} />
      <Tabs
        items={[
          { key: 'grids', label: t('web.planning.grids'), children: grids },
          { key: 'homes', label: t('web.planning.homes'), children: homes },
        ]}
      />
    </>
  );
}

/** Points that lie in each grid of today. */
function pointsByGrid({ from }: DrawnDraft): (number: number) => readonly number[] {
  const points = Map.groupBy(Array.from(from.keys()), (at) => from[at] ?? -1);
  return (number) => points.get(number) ?? [];
}
