/** Sends the file; what comes back is the run that stands for it from then on. */
import { useMutation } from '@tanstack/react-query';
import { call } from '#ui/client/call.ts';
import { newCommandId } from '#ui/client/command-id.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { bringFile, type ImportKind, listRuns } from '../contract.ts';

export interface Bringing {
  readonly busy: boolean;
  readonly error: unknown;
  readonly bring: (file: File) => void;
}

export function useBringing(kind: ImportKind, brought: (runId: string) => void): Bringing {
  const refresh = useRefresh();
  const sending = useMutation({
    mutationFn: async ({ file, commandId }: { file: File; commandId: string }) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return call(bringFile, { params: { kind } }, { form, commandId });
    },
    onSuccess: ({ runId }) => {
      refresh([listRuns]);
      brought(runId);
    },
  });
  return {
    busy: sending.isPending,
    error: sending.error,
    bring: (file) => sending.mutate({ file, commandId: newCommandId() }),
  };
}
