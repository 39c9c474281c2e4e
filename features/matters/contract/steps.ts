/** Steps of the loop: done, looked at for many, and what helps to choose. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { MatterId, OrganisationId } from '#kernel/ids.ts';
import { ActionInput } from '../rules/action-input.ts';
import { BULK_MOST, isBulk } from '../rules/bulk.ts';
import { STATES } from '../rules/states.ts';
import { id, STAFF } from './fields.ts';
import { MatterSummary } from './matter.ts';

export const actOnMatter = endpoint({
  id: 'matters.act',
  method: 'POST',
  path: '/api/matters/:matterId/actions',
  kind: 'command',
  audience: STAFF,
  summary: 'One step of the loop or one of its side paths',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({ version: z.int().min(1), input: ActionInput }),
  answer: z.object({ matterId: id<MatterId>(), version: z.int(), state: z.enum(STATES) }),
  refusals: [
    'matter.unknown',
    'matter.state',
    'matter.own_handling',
    'matter.reopen_period',
    'matter.evidence_missing',
    'command.stale',
  ],
});

export const previewAction = endpoint({
  id: 'matters.preview',
  method: 'POST',
  path: '/api/matters/preview',
  kind: 'read',
  audience: STAFF,
  summary: 'What one step would do to several matters, and why not to some; nothing is done',
  body: z.object({
    input: ActionInput.refine(({ action }) => isBulk(action)),
    matterIds: z.array(id<MatterId>()).min(1).max(BULK_MOST),
  }),
  answer: z.object({
    /** In the order asked; what the reader may not see is left out. */
    items: z.array(
      z.object({
        matterId: id<MatterId>(),
        version: z.int(),
        number: z.string(),
        title: z.string(),
        state: z.enum(STATES),
        /** Why it does not fit, as a sentence; null where it does. */
        refusal: z.string().nullable(),
        /** The step that takes it back; null where nothing does. */
        back: ActionInput.nullable(),
      }),
    ),
  }),
});

export const suggestUnits = endpoint({
  id: 'matters.suggest_units',
  method: 'GET',
  path: '/api/matters/:matterId/units',
  kind: 'read',
  audience: ['dispatcher', 'intake', 'leader', 'supervisor'],
  summary: 'Units a matter could be dispatched to, in the order of the dispatch rules',
  params: z.object({ matterId: id<MatterId>() }),
  answer: z.object({
    units: z.array(
      z.object({
        organisationId: id<OrganisationId>(),
        name: z.string(),
        basis: z.enum(['owner', 'territory']),
        lawful: z.boolean(),
        /** Matters it has open now, for the dispatcher’s judgement. */
        open: z.int(),
      }),
    ),
  }),
  refusals: ['matter.unknown'],
});

export const similarMatters = endpoint({
  id: 'matters.similar',
  method: 'GET',
  path: '/api/matters/:matterId/similar',
  kind: 'read',
  audience: STAFF,
  summary: 'Open matters nearby or in like words: candidates for a merge',
  params: z.object({ matterId: id<MatterId>() }),
  answer: z.object({ items: z.array(MatterSummary) }),
  refusals: ['matter.unknown'],
});
