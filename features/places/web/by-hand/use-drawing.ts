/** What was drawn, step by step: each can be taken back. */
import { useCallback, useState } from 'react';
import type { Outcome } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Fabric } from '../../rules/draft/redraw.ts';

/** Names that were given, by the number of the grid. */
export type Names = Readonly<Record<number, string>>;

interface Step {
  readonly fabric: Fabric;
  readonly names: Names;
}

export interface Drawing extends Step {
  readonly steps: number;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** Why the last thing was not done; undefined after one that was. */
  readonly refusal: Refusal | undefined;
  /** Takes the step where it is lawful; true where it was. */
  readonly take: (outcome: Outcome<Fabric>) => boolean;
  readonly refuse: (refusal: Refusal | undefined) => void;
  readonly rename: (grid: number, name: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

interface History {
  readonly past: readonly Step[];
  readonly now: Step;
  readonly next: readonly Step[];
}

export function useDrawing(start: Fabric): Drawing {
  const [{ past, now, next }, setHistory] = useState<History>({
    past: [],
    now: { fabric: start, names: {} },
    next: [],
  });
  const [refusal, refuse] = useState<Refusal>();
  const take = useCallback((outcome: Outcome<Fabric>): boolean => {
    refuse(outcome.ok ? undefined : outcome.refusal);
    if (!outcome.ok) return false;
    const fabric = outcome.value;
    setHistory((before) => ({
      past: [...before.past, before.now],
      now: { ...before.now, fabric },
      next: [],
    }));
    return true;
  }, []);
  const rename = useCallback((grid: number, name: string): void => {
    setHistory((before) => ({
      ...before,
      now: { ...before.now, names: { ...before.now.names, [grid]: name } },
    }));
  }, []);
  const undo = useCallback((): void => {
    refuse(undefined);
    setHistory((before) => {
      const last = before.past.at(-1);
      if (last === undefined) return before;
      return { past: before.past.slice(0, -1), now: last, next: [before.now, ...before.next] };
    });
  }, []);
  const redo = useCallback((): void => {
    refuse(undefined);
    setHistory((before) => {
      const [first, ...rest] = before.next;
      if (first === undefined) return before;
      return { past: [...before.past, before.now], now: first, next: rest };
    });
  }, []);
  return {
    ...now,
    steps: past.length,
    mayUndo: past.length > 0,
    mayRedo: next.length > 0,
    ...{ refusal, take, refuse, rename, undo, redo },
  };
}
