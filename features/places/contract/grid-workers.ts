/** Grid workers, as a notice board names them. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, PostId } from '#kernel/ids.ts';
import { id } from './fields.ts';

export const gridWorkers = endpoint({
  id: 'places.grid_workers',
  method: 'GET',
  path: '/api/places/areas/:areaId/grid-workers',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'Posts of the grid workers of an area with who holds them today, as a notice board names them',
  params: z.object({ areaId: id<AreaId>() }),
  answer: z.object({
    workers: z.array(
      z.object({
        postId: id<PostId>(),
        title: z.string(),
        organisationName: z.string(),
        /** For residents; empty where the unit has told none. */
        organisationPhone: z.string(),
        holders: z.array(z.string()),
      }),
    ),
  }),
  refusals: ['place.unknown'],
});
