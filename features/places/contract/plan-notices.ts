/** What grid workers are told of plans. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { GridPlanId, NoticeId } from '#kernel/ids.ts';
import { day, id, Stepped } from './fields.ts';

const ToldGrid = z.object({ name: z.string(), movedIn: z.number(), movedOut: z.number() });

export const gridNotices = endpoint({
  id: 'places.grid_notices',
  method: 'GET',
  path: '/api/places/notices',
  kind: 'read',
  audience: 'signed_in',
  summary: 'What the own posts were told of changes to their grids, the latest first',
  answer: z.object({
    notices: z.array(
      z.object({
        noticeId: id<NoticeId>(),
        version: z.int(),
        gridPlanId: id<GridPlanId>(),
        planName: z.string(),
        areaName: z.string(),
        stage: z.enum(['consulted', 'in_force']),
        toldAt: z.iso.datetime(),
        consultUntil: day.nullable(),
        inForceFrom: day.nullable(),
        grids: z.array(ToldGrid),
        seenAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});

export const seeNotice = endpoint({
  id: 'places.see_notice',
  method: 'POST',
  path: '/api/places/notices/:noticeId/seen',
  kind: 'command',
  audience: 'signed_in',
  summary: 'Says that the post has read what it was told',
  params: z.object({ noticeId: id<NoticeId>() }),
  body: z.object({}),
  answer: Stepped,
  refusals: ['plan.notice_unknown'],
});
