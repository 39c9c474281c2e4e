/** Takes one step after another, each a command of its own; what is refused stops none of the others. */
import { type ActionInput, actOnMatter } from '#features/matters/contract.ts';
import type { MatterId } from '#kernel/ids.ts';
import { call } from '#ui/client/call.ts';

export interface BulkStep {
  readonly matterId: MatterId;
  /** The version that was shown. */
  readonly version: number;
  readonly input: ActionInput;
  /** The same for every attempt. */
  readonly commandId: string;
}

export type BulkResult =
  | { readonly done: true; readonly version: number }
  | { readonly done: false; readonly error: unknown };

/**
 * @param tell called after each step, in any order
 * @param stopped asked before each step; steps not begun then are left out
 */
export async function runSteps(
  steps: readonly BulkStep[],
  tell: (matterId: MatterId, result: BulkResult) => void,
  stopped: () => boolean,
): Promise<void> {
  const waiting = [...steps];
  const hand = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined && !stopped(); step = waiting.shift()) {
      tell(step.matterId, await taken(step));
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

/** Steps under way at the same time. */
const HANDS = 3;

async function taken({ matterId, version, input, commandId }: BulkStep): Promise<BulkResult> {
  try {
    const request = { params: { matterId }, body: { version, input } };
    const answer = await call(actOnMatter, request, { commandId });
    return { done: true, version: answer.version };
  } catch (error) {
    return { done: false, error };
  }
}
