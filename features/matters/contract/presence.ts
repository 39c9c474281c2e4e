/** Two people on one matter see each other. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { MatterId, PersonId } from '#kernel/ids.ts';
import { ACTIONS } from '../rules/transitions.ts';
import { id, STAFF } from './fields.ts';

export const lookAtMatter = endpoint({
  id: 'matters.look',
  method: 'POST',
  path: '/api/matters/:matterId/presence',
  kind: 'read',
  audience: STAFF,
  summary:
    'The caller has the matter open; answers who else has. Kept in memory for less than a minute',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({
    /** One open page. */
    seat: z.uuid(),
    /** The step that is being filled in there. */
    doing: z.enum(ACTIONS).nullable().default(null),
    leaving: z.boolean().default(false),
  }),
  answer: z.object({
    others: z.array(
      z.object({
        personId: id<PersonId>(),
        name: z.string(),
        doing: z.enum(ACTIONS).nullable(),
      }),
    ),
  }),
  refusals: ['matter.unknown'],
});
