/** The worker of the planning table, as a hook: tells it what is wanted and holds what it answers. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import type { DraftSettings, Ground } from '../../rules/draft/ground.ts';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { DrawnDraft, FromWorker, ToWorker } from './messages.ts';
import { Pace } from './pace.ts';

export interface PlanWorker {
  readonly isDrawing: boolean;
  /** How far it is, for who shows that; the table is not drawn anew with each step. */
  readonly pace: Pace;
  /** The last draft, kept while the next one is drawn. */
  readonly draft: DrawnDraft | undefined;
  readonly refusal: Refusal | undefined;
  readonly draw: (settings: DraftSettings, pins: readonly number[]) => void;
  readonly stop: () => void;
  readonly read: (file: File) => void;
}

/** @param onRead what a dropped file holds */
export function usePlanWorker(ground: Ground, onRead: (dropped: Dropped) => void): PlanWorker {
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  /** Households the worker has from a file it read. */
  const fileRead = useRef<Dropped['points']>(undefined);
  const [pace] = useState(() => new Pace());
  const [isDrawing, setDrawing] = useState(false);
  const [draft, setDraft] = useState<DrawnDraft>();
  const [refusal, setRefusal] = useState<Refusal>();

  const hear = useCallback(
    (message: FromWorker): void => {
      if (message.ask !== asked.current) return;
      if (message.kind === 'step') {
        pace.tell(message.step.part);
        return;
      }
      if (message.kind === 'read') fileRead.current = message.dropped.points;
      // Tables and maps are drawn in the pauses of the hand, which goes first.
      startTransition(() => {
        setDrawing(false);
        setRefusal(message.kind === 'refused' ? message.refusal : undefined);
        if (message.kind === 'drawn') setDraft(message.draft);
        if (message.kind === 'read') onRead(message.dropped);
      });
    },
    [onRead, pace],
  );

  useEffect(() => {
    const made = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const listen = ({ data }: MessageEvent<FromWorker>): void => hear(data);
    const own = worker.current;
    own?.addEventListener('message', listen);
    return () => own?.removeEventListener('message', listen);
  }, [hear]);
  useEffect(() => {
    setDraft(undefined);
    const { points, ...rest } = ground;
    const isFile = points === fileRead.current;
    const message: ToWorker = { kind: 'ground', ground: rest, ...(!isFile && { points }) };
    worker.current?.postMessage(message);
  }, [ground]);

  const say = useCallback((message: ToWorker): void => {
    worker.current?.postMessage(message);
  }, []);
  const draw = useCallback(
    (settings: DraftSettings, pins: readonly number[]): void => {
      asked.current += 1;
      pace.tell(0);
      setDrawing(true);
      say({ kind: 'draw', ask: asked.current, settings, pins });
    },
    [say, pace],
  );
  const read = useCallback(
    (file: File): void => {
      asked.current += 1;
      const ask = asked.current;
      pace.tell(0);
      setDrawing(true);
      file
        .arrayBuffer()
        .then((bytes) => say({ kind: 'read', ask, bytes }))
        .catch(reportError);
    },
    [say, pace],
  );
  const stop = useCallback(() => say({ kind: 'stop' }), [say]);
  return { isDrawing, pace, draft, refusal, draw, stop, read };
}
