/** Reads that a command has changed are asked anew. */
import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint } from '#kernel/endpoint.ts';

export function useRefresh(): (endpoints: readonly Endpoint[]) => void {
  const client = useQueryClient();
  return (endpoints) => {
    for (const { id } of endpoints) {
      client.invalidateQueries({ queryKey: [id] }).catch(reportError);
    }
  };
}
