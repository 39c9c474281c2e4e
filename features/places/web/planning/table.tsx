/** What lies on the table: settings, picture, numbers, grids, and what to do with it. */
import { Alert } from 'antd';
import {
  type ReactNode,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnRefusal } from '#ui/client/use-own-refusal.ts';
import { Leaving } from '#ui/desk/leaving.tsx';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { PlanGrid } from '../../rules/plan/plan.ts';
import { DraftRead } from './draft-read.tsx';
import { DropFile } from './drop-file.tsx';
import { type GroundAnswer, groundOf, homesOf, movedOf, todayOf } from './ground-of.ts';
import type { DrawnGrid } from './plan-layers.ts';
import { PlanPicture } from './plan-picture.tsx';
import { Progress } from './progress.tsx';
import { Propose } from './propose.tsx';
import type { Beginning } from './reopened.tsx';
import { Settings, settingsOf, usualWishes, type Wishes } from './settings.tsx';
import { useNames } from './use-names.ts';
import { usePlanWorker } from './use-plan-worker.ts';

const NO_GRIDS: readonly PlanGrid[] = [];
/** Milliseconds after the last move of a hand until it is drawn anew. */
const REST = 250;

interface TableProps {
  readonly told: GroundAnswer;
  /** Where a plan is opened again; else the usual wishes, and the households of the house. */
  readonly begins?: Beginning;
}

export function Table({ told, begins }: TableProps): ReactNode {
  const { t } = useTranslation('places');
  const sentence = useOwnRefusal();
  const [dropped, setDropped] = useState(begins?.dropped);
  const [wishes, setWishes] = useState<Wishes>(() => ({ ...usualWishes(told), ...begins?.wishes }));
  const [pins, setPins] = useState<ReadonlySet<number>>(begins?.pins ?? new Set());
  const [names, setNames] = useState<Readonly<Record<number, string>>>({});
  const ground = useMemo(
    () => groundOf(told, dropped, wishes.keepParts),
    [told, dropped, wishes.keepParts],
  );
  const takeFile = useCallback((file: Dropped) => {
    setPins(new Set());
    setDropped(file);
  }, []);
  const { isDrawing, pace, draft, refusal, draw, stop, read } = usePlanWorker(ground, takeFile);
  const isEmpty = ground.points.length === 0;

  useEffect(() => {
    if (ground.points.length === 0) return undefined;
    const timer = setTimeout(() => draw(settingsOf(wishes), [...pins]), REST);
    return () => clearTimeout(timer);
  }, [ground, wishes, pins, draw]);

  // What is heavy to show follows the hand at its own pace.
  const shownPins = useDeferredValue(pins);
  const shownWishes = useDeferredValue(wishes);
  const settings = useMemo(() => settingsOf(shownWishes), [shownWishes]);
  const homes = useMemo(() => homesOf(ground), [ground]);
  const today = useMemo(() => todayOf(ground), [ground]);
  const moved = useMemo(() => movedOf(homes, draft), [homes, draft]);
  const pinned = useMemo(() => homes.filter((_, at) => shownPins.has(at)), [homes, shownPins]);
  const nameOf = useNames(draft?.grids ?? NO_GRIDS, names);
  const mapNames = useRested(nameOf);
  const plan = useMemo(
    () =>
      (draft?.grids ?? []).map(
        ({ geometry }, number): DrawnGrid => ({
          number,
          geometry,
          name: mapNames(number),
        }),
      ),
    [draft, mapNames],
  );
  const pin = useCallback((points: readonly number[], held: boolean): void => {
    setPins((before) => {
      const after = new Set(before);
      for (const at of points) held ? after.add(at) : after.delete(at);
      return after;
    });
  }, []);
  const choose = useCallback(
    (at: number): void => {
      if ((draft?.from[at] ?? -1) >= 0) pin([at], !pins.has(at));
    },
    [draft, pins, pin],
  );
  const rename = useCallback((number: number, name: string): void => {
    startTransition(() => setNames((before) => ({ ...before, [number]: name })));
  }, []);
  const forget = useCallback(() => {
    setPins(new Set());
    setDropped(undefined);
  }, []);
  const households = useMemo(
    () => ground.points.reduce((sum, { weight }) => sum + weight, 0),
    [ground],
  );
  const byHand = (pins.size > 0 && pins !== begins?.pins) || Object.keys(names).length > 0;
  return (
    <div className="planning-work">
      <Leaving lost={byHand} text={t('web.planning.leave')} />
      <aside className="planning-side" aria-label={t('web.planning.settings')}>
        <DropFile
          told={told}
          dropped={dropped}
          isPlan={dropped !== undefined && dropped === begins?.dropped}
          take={read}
          forget={forget}
        />
        <Settings
          wishes={wishes}
          change={setWishes}
          hasParts={told.parts.length > 0}
          households={households}
        />
        <Progress
          isDrawing={isDrawing}
          pace={pace}
          rests={draft && (draft.stopped ? 'stopped' : 'drawn')}
          stop={stop}
        />
      </aside>
      <div className="planning-main">
        {refusal !== undefined && <Alert type="error" showIcon title={sentence(refusal)} />}
        {!isEmpty && <PlanPicture {...{ today, plan, homes, moved, pinned, choose }} />}
        {draft !== undefined && (
          <>
            <DraftRead {...{ told, ground, draft, nameOf, pin, rename }} pins={shownPins} />
            <Propose
              told={told}
              ground={ground}
              draft={draft}
              pins={pins}
              nameOf={nameOf}
              settings={settings}
              isDrawing={isDrawing}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** The names as they are when nobody has typed for a while: each time the map writes all of them anew. */
function useRested<Names>(names: Names): Names {
  const [rested, setRested] = useState(() => names);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(() => names)), REST);
    return () => clearTimeout(timer);
  }, [names]);
  return rested;
}
