/** One step for several matters: looked at first, then taken, and taken back as far as it can be. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  type ActionInput,
  type BulkAction,
  countMatters,
  groupMatters,
  previewAction,
} from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { MatterId } from '#kernel/ids.ts';
import { newCommandId } from '#ui/client/command-id.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { LIST_KEY } from '../list/use-matter-pages.ts';
import { type BulkResult, type BulkStep, runSteps } from './run-steps.ts';

export type Previewed = Answer<typeof previewAction>['items'][number];

/** How far it has come. */
export type Phase = 'fill' | 'preview' | 'running' | 'done' | 'undoing' | 'undone';

export interface Run {
  readonly total: number;
  readonly results: ReadonlyMap<MatterId, BulkResult>;
}

export interface Bulk {
  readonly phase: Phase;
  readonly items: readonly Previewed[];
  /** The step, and once it was taken the taking back. */
  readonly run: Run;
  readonly busy: boolean;
  readonly error: unknown;
  readonly look: (fields: Readonly<Record<string, unknown>>) => void;
  readonly change: () => void;
  readonly take: () => void;
  readonly stop: () => void;
  readonly takeBack: () => void;
}

const NOTHING: Run = { total: 0, results: new Map() };

export function useBulk(action: BulkAction, matterIds: readonly MatterId[]): Bulk {
  const client = useQueryClient();
  const preview = useCommand(previewAction);
  const [phase, setPhase] = useState<Phase>('fill');
  const [input, setInput] = useState<ActionInput>();
  const [items, setItems] = useState<readonly Previewed[]>([]);
  const [run, setRun] = useState<Run>(NOTHING);
  const stopped = useRef(false);

  const look: Bulk['look'] = (fields) => {
    const asked = { action, ...fields } as ActionInput;
    setInput(asked);
    preview.mutate(
      { body: { input: asked, matterIds: [...matterIds] } },
      {
        onSuccess: (answer) => {
          setItems(answer.items);
          setPhase('preview');
        },
      },
    );
  };
  const runAll = async (steps: readonly BulkStep[], after: Phase): Promise<void> => {
    stopped.current = false;
    setRun({ total: steps.length, results: new Map() });
    await runSteps(
      steps,
      (matterId, result) =>
        setRun(({ total, results }) => ({
          total,
          results: new Map([...results, [matterId, result]]),
        })),
      () => stopped.current,
    );
    setPhase(after);
    for (const key of [LIST_KEY, countMatters.id, groupMatters.id]) {
      await client.invalidateQueries({ queryKey: [key] });
    }
  };
  const take = (): void => {
    if (input === undefined) return;
    setPhase('running');
    const steps = items
      .filter(({ refusal }) => refusal === null)
      .map(({ matterId, version }) => ({ matterId, version, input, commandId: newCommandId() }));
    runAll(steps, 'done').catch(reportError);
  };
  const takeBack = (): void => {
    setPhase('undoing');
    runAll(stepsBack(items, run), 'undone').catch(reportError);
  };
  return {
    phase,
    items,
    run,
    busy: preview.isPending,
    error: preview.error,
    look,
    change: () => setPhase('fill'),
    take,
    stop: () => {
      stopped.current = true;
    },
    takeBack,
  };
}

/** Of what was done, all that can be taken back. */
export function stepsBack(items: readonly Previewed[], { results }: Run): readonly BulkStep[] {
  return items.flatMap(({ matterId, back }) => {
    const result = results.get(matterId);
    if (back === null || result?.done !== true) return [];
    return [{ matterId, version: result.version, input: back, commandId: newCommandId() }];
  });
}
