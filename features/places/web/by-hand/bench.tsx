/** The map with the borders, what can be done with the chosen grid, and all of it in tables. */
import { RedoOutlined, ScissorOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, Button, Tabs } from 'antd';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LngLat } from '#kernel/geometry/index.ts';
import { useOwnRefusal } from '#ui/client/use-own-refusal.ts';
import { Leaving } from '#ui/desk/leaving.tsx';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { draftByHand, planOfHand } from '../../rules/draft/by-hand.ts';
import type { Ground } from '../../rules/draft/ground.ts';
import { dragged, type Handle, handlesOf, nearestOfBorder } from '../../rules/draft/handles.ts';
import { type Fabric, split, straighten, toSpot, unitsOf } from '../../rules/draft/redraw.ts';
import { Balance } from '../planning/balance.tsx';
import { GridTable } from '../planning/grid-table.tsx';
import { type GroundAnswer, homesOf, movedOf } from '../planning/ground-of.ts';
import type { DrawnGrid } from '../planning/plan-layers.ts';
import { Propose } from '../planning/propose.tsx';
import { useNames } from '../planning/use-names.ts';
import { ChosenGrid } from './chosen-grid.tsx';
import { HandMap } from './hand-map.tsx';
import { HomeList } from './home-list.tsx';
import { useDrawing } from './use-drawing.ts';

interface BenchProps {
  readonly told: GroundAnswer;
  readonly ground: Ground;
  readonly start: Fabric;
}

const NO_PINS: ReadonlySet<number> = new Set();

export function Bench({ told, ground, start }: BenchProps): ReactNode {
  const { t } = useTranslation('places');
  const sentence = useOwnRefusal();
  const drawing = useDrawing(start);
  const { fabric, names, steps, refusal, take, refuse } = drawing;
  const [chosen, setChosen] = useState<number>();
  const [cutting, setCutting] = useState(false);
  const { seen, hold, move, release } = useHand(fabric, take, refuse);
  const draft = useMemo(() => draftByHand(ground, fabric), [ground, fabric]);
  const nameOf = useNames(draft.grids, names);
  const plan = useMemo(() => planOfHand(draft), [draft]);
  const ownName = useCallback((at: number) => nameOf(plan.numbers[at] ?? at), [nameOf, plan]);
  const shown = useMemo(
    () => (seen === undefined ? draft.grids : draftByHand({ ...ground, points: [] }, seen).grids),
    [ground, draft, seen],
  );
  const grids = useMemo(
    () =>
      shown.map(({ geometry }, number): DrawnGrid => ({ number, geometry, name: nameOf(number) })),
    [shown, nameOf],
  );
  const homes = useMemo(() => homesOf(ground), [ground]);
  // Borders of today are shown where they are others now.
  const before = useMemo(
    () => draftByHand({ ...ground, points: [] }, start).grids,
    [ground, start],
  );
  const today = useMemo(
    () =>
      before.flatMap(({ geometry, name }, number): DrawnGrid[] => {
        const isSame = JSON.stringify(geometry) === JSON.stringify(shown[number]?.geometry);
        return isSame ? [] : [{ number, name, geometry }];
      }),
    [before, shown],
  );
  const moved = useMemo(() => movedOf(homes, draft), [homes, draft]);
  const grid = chosen !== undefined && draft.grids[chosen]?.geometry ? chosen : undefined;
  const handles = useMemo(
    () => (grid === undefined ? [] : handlesOf(seen ?? fabric, grid)),
    [seen, fabric, grid],
  );
  const undo = useCallback((): void => {
    setCutting(false);
    drawing.undo();
  }, [drawing.undo]);
  useKeys({
    'mod+z': undo,
    'mod+y': drawing.redo,
    escape: () => (cutting ? setCutting(false) : setChosen(undefined)),
  });
  const cut = (line: readonly LngLat[], degrees: number): void => {
    if (grid === undefined) return;
    const made = split(fabric, grid, line.map(toSpot), unitsOf(degrees));
    if (take(made.ok ? { ok: true, value: made.value.fabric } : made)) setCutting(false);
  };
  const drop = ({ kind, at }: Handle): void => {
    if (kind === 'corner') take(straighten(fabric, at));
  };
  const snap = (place: LngLat, degrees: number): LngLat | undefined => {
    const near = grid === undefined ? undefined : nearestOfBorder(fabric, grid, place);
    return near !== undefined && near.degrees <= degrees ? near.place : undefined;
  };
  return (
    <div className="planning-work">
      <Leaving lost={steps > 0} text={t('web.hand.leave', { count: steps })} />
      <aside className="planning-side" aria-label={t('web.hand.side')}>
        <ChosenGrid
          {...{ fabric, draft, grid, nameOf, take }}
          choose={setChosen}
          rename={drawing.rename}
        />
      </aside>
      <div className="planning-main">
        <section className="hand-picture" aria-label={t('web.hand.picture')}>
          <div className="hand-bar" role="toolbar" aria-label={t('web.hand.tools')}>
            <Button
              icon={<ScissorOutlined aria-hidden />}
              disabled={grid === undefined}
              type={cutting ? 'primary' : 'default'}
              aria-pressed={cutting}
              onClick={() => setCutting(!cutting)}
            >
              {t('web.hand.cut')}
            </Button>
            <Button icon={<UndoOutlined aria-hidden />} disabled={!drawing.mayUndo} onClick={undo}>
              {t('web.hand.undo')}
            </Button>
            <Button
              icon={<RedoOutlined aria-hidden />}
              disabled={!drawing.mayRedo}
              onClick={drawing.redo}
            >
              {t('web.hand.redo')}
            </Button>
            <p className="hand-says" role="status">
              {hintFor(t, { grid, cutting, steps })}
            </p>
          </div>
          <div className="hand-ground">
            <HandMap
              label={t('web.planning.map')}
              choose={setChosen}
              chosen={grid}
              {...{ today, grids, homes, moved, handles, cutting }}
              {...{ hold, move, release, drop, snap, cut }}
            />
            {refusal !== undefined && (
              <Alert
                className="hand-refusal"
                type="warning"
                showIcon
                title={sentence(refusal)}
                role="alert"
              />
            )}
          </div>
          <Legend />
        </section>
        <Balance figures={plan.counted.plan} grids={plan.counted.grids} />
        <Tabs
          items={[
            {
              key: 'grids',
              label: t('web.planning.grids'),
              children: (
                <GridTable
                  grids={plan.grids}
                  figures={plan.counted.grids}
                  workers={told.workers}
                  today={told.grids}
                  nameOf={ownName}
                  rename={(at, name) => drawing.rename(plan.numbers[at] ?? at, name)}
                />
              ),
            },
            {
              key: 'homes',
              label: t('web.planning.homes'),
              children: (
                <HomeList
                  {...{ ground, fabric, draft, nameOf, take }}
                  grid={grid}
                  choose={setChosen}
                />
              ),
            },
          ]}
        />
        {steps > 0 && (
          <Propose
            told={told}
            ground={ground}
            draft={{ ...plan, findings: [] }}
            pins={NO_PINS}
            nameOf={ownName}
            settings={{ byHand: true, steps }}
            isDrawing={false}
          />
        )}
      </div>
    </div>
  );
}

interface Standing {
  readonly grid: number | undefined;
  readonly cutting: boolean;
  readonly steps: number;
}

function hintFor(
  t: ReturnType<typeof useTranslation<'places'>>['t'],
  { grid, cutting, steps }: Standing,
): string {
  if (cutting) return t('web.hand.hint.cut');
  if (grid !== undefined) return t('web.hand.hint.move');
  return steps === 0 ? t('web.hand.hint.choose') : t('web.hand.hint.steps', { count: steps });
}

function Legend(): ReactNode {
  const { t } = useTranslation('places');
  return (
    <ul className="hand-legend">
      {(['corner', 'end', 'middle', 'today', 'moved'] as const).map((name) => (
        <li key={name}>
          <span className={`hand-mark hand-mark-${name}`} aria-hidden />
          {t(`web.hand.legend.${name}`)}
        </li>
      ))}
    </ul>
  );
}

/** A handle in the hand: what is seen goes along, what is kept changes when it is let go. */
function useHand(
  fabric: Fabric,
  take: ReturnType<typeof useDrawing>['take'],
  refuse: ReturnType<typeof useDrawing>['refuse'],
) {
  const [seen, setSeen] = useState<Fabric>();
  const held = useRef<{ readonly handle: Handle; readonly from: Fabric; seen: Fabric }>(undefined);
  const hold = (handle: Handle): void => {
    held.current = { handle, from: fabric, seen: fabric };
  };
  const move = (place: LngLat): void => {
    const own = held.current;
    if (own === undefined) return;
    const outcome = dragged(own.from, own.seen, own.handle, place);
    refuse(outcome.ok ? undefined : outcome.refusal);
    if (!outcome.ok) return;
    own.seen = outcome.value;
    setSeen(own.seen);
  };
  const release = (): void => {
    const own = held.current;
    held.current = undefined;
    setSeen(undefined);
    if (own !== undefined && own.seen !== own.from) take({ ok: true, value: own.seen });
  };
  return { seen, hold, move, release };
}
