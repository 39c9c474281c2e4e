/** Who reported, in the clear and for a stated purpose. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { MatterId } from '#kernel/ids.ts';
import { id } from './fields.ts';

export const REVEAL_PURPOSES = [
  'call_back',
  'contact_reporter',
  'correct_data',
  'legal_request',
] as const;

export const revealReporter = endpoint({
  id: 'matters.reveal_reporter',
  method: 'POST',
  path: '/api/matters/:matterId/reporter',
  kind: 'command',
  audience: ['intake', 'supervisor', 'handler'],
  summary: 'Name and phone of the reporter, for a stated purpose; written to the access log',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({
    purpose: z.enum(REVEAL_PURPOSES),
    /** In the reader’s own words. */
    reason: z.string().trim().max(200).default(''),
  }),
  answer: z.object({ name: z.string(), phone: z.string() }),
  refusals: ['matter.unknown', 'access.not_allowed'],
});
