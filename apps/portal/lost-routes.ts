/** Addresses that lead nowhere, or nearly somewhere. */
import { done, refused } from '#kernel/outcome.ts';
import { redirect } from './answer.ts';
import type { PageRoute } from './page-route.ts';

export const LOST_ROUTES: readonly PageRoute[] = [
  {
    id: 'door',
    method: 'GET',
    path: '',
    summary: 'The first page, asked for without its last slash',
    handle: async ({ tenant }) => done(redirect(`/t/${encodeURIComponent(tenant)}/`)),
  },
  {
    id: 'lost',
    method: 'GET',
    path: '/*',
    summary: 'A page that does not exist, in plain words',
    handle: async () => refused({ code: 'request.not_found' }),
  },
];
