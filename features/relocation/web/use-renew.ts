/** After a step everything that shows schemes is read anew. */
import { useQueryClient } from '@tanstack/react-query';
import { getScheme, getVersion, listSchemes } from '../contract.ts';

export function useRenew(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      [listSchemes, getScheme, getVersion].map(({ id }) =>
        client.invalidateQueries({ queryKey: [id] }),
      ),
    );
  };
}
