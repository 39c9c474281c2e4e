/** How reads are repeated, and what happens when the session has ended meanwhile. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefused } from './refused.ts';

const RETRIES = 2;

/** @param signedOut called where the server asks to sign in */
export function makeQueryClient(signedOut: (client: QueryClient) => void): QueryClient {
  const hear = (error: unknown): void => {
    if (isRefused(error, 'access.sign_in_required')) signedOut(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    mutationCache: new MutationCache({ onError: hear }),
    defaultOptions: {
      // Without a network the browser would have TanStack wait without a word; asked anyway, it is said.
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < RETRIES && isRefused(error, 'client.offline'),
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
