/** The worker of the planning table, as a hook: tells it what is wanted and holds what it answers. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import type { DraftSettings, Ground } from '../../rules/draft/ground.ts';
import type { Step } from '../../rules/draft/planning.ts';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { DrawnDraft, FromWorker, ToWorker } from './messages.ts';

export interface PlanWorker {
  /** How far it is; undefined while it rests. */
  readonly step: Step | undefined;
  /** The last draft, kept while the next one is drawn. */
  readonly draft: DrawnDraft | undefined;
  readonly refusal: Refusal | undefined;
  readonly draw: (settings: DraftSettings, pins: readonly number[]) => void;
  readonly stop: () => void;
  readonly read: (file: File) => void;
}

const BEGINS: Step = { doing: 'read', part: 0 };

/** @param onRead what a dropped file holds */
export function usePlanWorker(ground: Ground, onRead: (dropped: Dropped) => void): PlanWorker {
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  const [step, setStep] = useState<Step>();
  const [draft, setDraft] = useState<DrawnDraft>();
  const [refusal, setRefusal] = useState<Refusal>();

  const hear = useCallback(
    (message: FromWorker): void => {
      if (message.ask !== asked.current) return;
      if (message.kind === 'step') {
        setStep(message.step);
        return;
      }
      setStep(undefined);
      setRefusal(message.kind === 'refused' ? message.refusal : undefined);
      if (message.kind === 'drawn') setDraft(message.draft);
      if (message.kind === 'read') onRead(message.dropped);
    },
    [onRead],
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
    worker.current?.postMessage({ kind: 'ground', ground } satisfies ToWorker);
  }, [ground]);

  const say = useCallback((message: ToWorker): void => {
    worker.current?.postMessage(message);
  }, []);
  const draw = useCallback(
    (settings: DraftSettings, pins: readonly number[]): void => {
      asked.current += 1;
      setStep(BEGINS);
      say({ kind: 'draw', ask: asked.current, settings, pins });
    },
    [say],
  );
  const read = useCallback(
    (file: File): void => {
      asked.current += 1;
      const ask = asked.current;
      setStep(BEGINS);
      file
        .arrayBuffer()
        .then((bytes) => say({ kind: 'read', ask, bytes }))
        .catch(reportError);
    },
    [say],
  );
  const stop = useCallback(() => say({ kind: 'stop' }), [say]);
  return { step, draft, refusal, draw, stop, read };
}
