/** Sends one step; where somebody else was faster it brings the latest and says what changed. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ActionInput, actOnMatter, type MatterDetail } from '#features/matters/contract.ts';
import { isRefused } from '#ui/client/refused.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { refreshMatter } from '../list/use-live-matters.ts';

export interface Act {
  readonly send: (input: Readonly<Record<string, unknown>>) => void;
  readonly busy: boolean;
  readonly error: unknown;
  /** The matter as it was when somebody else changed it; undefined while nobody has. */
  readonly before: MatterDetail | undefined;
}

export function useAct(matter: MatterDetail, action: ActionInput['action'], done: () => void): Act {
  const client = useQueryClient();
  const command = useCommand(actOnMatter);
  const [seen, setSeen] = useState(matter);
  const [before, setBefore] = useState<MatterDetail>();
  const changed = async (error: Error): Promise<void> => {
    if (!isRefused(error, 'command.stale') && !isRefused(error, 'matter.state')) return;
    setBefore(seen);
    await refreshMatter(client, matter.matterId);
  };
  const send: Act['send'] = (input) => {
    // The version the person decided upon: the latest one only once its changes were shown.
    const version = before === undefined ? seen.version : matter.version;
    setSeen(before === undefined ? seen : matter);
    command.mutate(
      {
        params: { matterId: matter.matterId },
        body: { version, input: { action, ...input } as ActionInput },
      },
      {
        onSuccess: () => {
          done();
          refreshMatter(client, matter.matterId).catch(reportError);
        },
        onError: (error) => {
          changed(error).catch(reportError);
        },
      },
    );
  };
  return { send, busy: command.isPending, error: command.error, before };
}
