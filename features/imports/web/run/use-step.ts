/** A step of a run, with the version that was shown; then the run is read anew. */
import { useCommand } from '#ui/client/use-command.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { type dropRun, getRun, type ImportRun, listRuns } from '../../contract.ts';

export function useStep(endpoint: typeof dropRun, { runId, version }: ImportRun) {
  const step = useCommand(endpoint);
  const refresh = useRefresh();
  return {
    busy: step.isPending,
    error: step.error,
    go: () =>
      step.mutate(
        { params: { runId }, body: { version } },
        { onSettled: () => refresh([getRun, listRuns]) },
      ),
  };
}
