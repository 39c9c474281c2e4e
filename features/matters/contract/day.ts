/** The day: what waits for me, and what others did meanwhile. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { TASKS } from '../rules/awaits.ts';
import { instant, STAFF } from './fields.ts';
import { MatterSummary } from './matter.ts';

export const todayMatters = endpoint({
  id: 'matters.today',
  method: 'GET',
  path: '/api/matters/today',
  kind: 'read',
  audience: STAFF,
  summary: 'What waits for me, in the order in which it will be late, and counts',
  answer: z.object({
    counts: z.object({
      mine: z.int(),
      late: z.int(),
      soon: z.int(),
      supervised: z.int(),
      shelvedForReview: z.int(),
    }),
    /** `task`: what the matter asks of me. */
    items: z.array(MatterSummary.extend({ task: z.enum(TASKS) })),
  }),
});

export const newsOfMatters = endpoint({
  id: 'matters.news',
  method: 'GET',
  path: '/api/matters/news',
  kind: 'read',
  audience: STAFF,
  summary:
    'What others did since a position of the log to matters that concern the reader, the latest first',
  query: z.object({
    /** Position up to which the reader has seen; absent for who begins now. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  answer: z.object({
    /** The present end of the log. */
    position: z.int(),
    /** More has happened than was looked through. */
    more: z.boolean(),
    items: z.array(
      z.object({
        matter: MatterSummary,
        /** The latest of them, in order. */
        events: z.array(
          z.object({
            version: z.int(),
            kind: z.string(),
            at: instant,
            by: z.string(),
            organisation: z.string(),
          }),
        ),
      }),
    ),
  }),
});
