/** Orders in writing. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { MatterId } from '#kernel/ids.ts';
import { ORDERS } from '../rules/order.ts';
import { id, STAFF } from './fields.ts';

export const matterOrder = endpoint({
  id: 'matters.order',
  method: 'GET',
  path: '/api/matters/:matterId/orders/:order',
  kind: 'read',
  audience: STAFF,
  summary:
    'The order in writing, to handle or of supervision, as a document; it never names who reported',
  params: z.object({ matterId: id<MatterId>(), order: z.enum(ORDERS) }),
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['matter.unknown', 'matter.no_order'],
});
