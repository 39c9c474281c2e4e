/** A read of the server kept by TanStack Query under the endpoint's id. */
import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query';
import type { Answer, Endpoint } from '#kernel/endpoint.ts';
import { call, type Request } from './call.ts';

export interface ReadOptions {
  readonly enabled?: boolean;
  /** Milliseconds for which an answer counts as fresh. */
  readonly fresh?: number;
  /** Shows the answer before while the next one is on its way. */
  readonly keep?: boolean;
}

export function readKey(endpoint: Endpoint, request: unknown = {}): readonly unknown[] {
  return [endpoint.id, request];
}

export function useRead<E extends Endpoint>(
  endpoint: E,
  request: Request<E>,
  options: ReadOptions = {},
): UseQueryResult<Answer<E>> {
  // What an endpoint answers is known to its caller; here it is only handed through.
  return useQuery<unknown>({
    queryKey: readKey(endpoint, request),
    queryFn: async ({ signal }) => call(endpoint, request, { signal }),
    enabled: options.enabled ?? true,
    staleTime: options.fresh ?? 10_000,
    ...(options.keep && { placeholderData: keepPreviousData }),
  }) as UseQueryResult<Answer<E>>;
}

/** Asks before a screen does, which then finds the answer there; undefined where there is none yet. */
export async function readAhead<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  request: Request<E>,
): Promise<Answer<E> | undefined> {
  const queryKey = readKey(endpoint, request);
  await client.prefetchQuery<unknown>({
    queryKey,
    queryFn: async ({ signal }) => call(endpoint, request, { signal }),
  });
  return client.getQueryData(queryKey);
}
