/** Matters on the map of the desk. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { MatterId } from '#kernel/ids.ts';
import { STATES } from '../rules/states.ts';
import { id, STAFF } from './fields.ts';
import { MatterFilter } from './filter.ts';
import { Urgency } from './matter.ts';

export const BoundingBox = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number]);

export const mattersInBox = endpoint({
  id: 'matters.box',
  method: 'GET',
  path: '/api/matters/box',
  kind: 'read',
  audience: STAFF,
  summary: 'Matters with a point inside west,south,east,north; at most 2,000',
  query: MatterFilter.extend({ bbox: BoundingBox }),
  answer: z.object({
    points: z.array(
      z.object({
        matterId: id<MatterId>(),
        number: z.string(),
        title: z.string(),
        lng: z.number(),
        lat: z.number(),
        state: z.enum(STATES),
        urgency: Urgency,
      }),
    ),
    truncated: z.boolean(),
  }),
});

export const matterTile = endpoint({
  id: 'matters.tile',
  method: 'GET',
  path: '/api/matters/tiles/:z/:x/:y',
  kind: 'read',
  audience: STAFF,
  summary: 'Vector tile (MVT) of the matters within the reader’s scope, clustered at low zooms',
  params: z.object({
    z: z.coerce.number().int().min(0).max(22),
    x: z.coerce.number().int().min(0),
    y: z.coerce.number().int().min(0),
  }),
  query: MatterFilter.extend({
    /** Says with each the top category it lies under; of a cluster, that of most in it. */
    by: z.enum(['category']).optional(),
  }),
  media: 'application/vnd.mapbox-vector-tile',
});
