/** The steps of the ladder and their names. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { SYSTEM } from './fields.ts';

export const ladder = endpoint({
  id: 'organisations.ladder',
  method: 'GET',
  path: '/api/posts/ladder',
  kind: 'read',
  audience: 'signed_in',
  summary: "The tenant's own names of the steps of the ladder; the usual ones where there are none",
  answer: z.object({ steps: z.array(z.object({ rank: z.int(), name: z.string().nullable() })) }),
});

export const nameLadder = endpoint({
  id: 'organisations.name_ladder',
  method: 'POST',
  path: '/api/posts/ladder',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Gives the steps of the ladder names of their own; a step left out keeps the usual one',
  body: z.object({
    steps: z
      .array(z.object({ rank: z.int().min(1).max(9), name: z.string().trim().min(1).max(40) }))
      .max(9),
  }),
  answer: z.object({ count: z.int() }),
  refusals: ['input.invalid', 'access.not_allowed'],
});
