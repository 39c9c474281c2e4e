/** What a wall shows, and what it may ask. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, WallId } from '#kernel/ids.ts';
import { Board, Scene } from '../rules/wall/board.ts';
import { id, instant } from './fields.ts';

export const WallFrame = z.object({
  wallId: id<WallId>(),
  /** Rises whenever somebody turns the wall from a desk. */
  version: z.int(),
  name: z.string(),
  area: z.object({ areaId: id<AreaId>(), name: z.string(), nameEn: z.string() }),
  tenantName: z.string(),
  tenantNameEn: z.string(),
  demonstration: z.boolean(),
  timeZone: z.string(),
  /** What was last chosen from a desk; null where nobody has yet. */
  scene: Scene.nullable(),
  held: z.boolean(),
  endsAt: instant,
});
export type WallFrame = z.output<typeof WallFrame>;

export const WallAnswer = z.object({ wall: WallFrame, board: Board });

export const wallBoard = endpoint({
  id: 'matters.wall_board',
  method: 'GET',
  path: '/api/wall/board',
  kind: 'read',
  audience: 'wall',
  summary: 'All that a wall shows: totals of its area and of those right below it',
  answer: WallAnswer,
});

export const wallShapes = endpoint({
  id: 'matters.wall_shapes',
  method: 'GET',
  path: '/api/wall/shapes',
  kind: 'read',
  audience: 'wall',
  summary: 'The borders of the areas a wall shows, simplified to the size of a screen',
  answer: z.object({
    shapes: z.array(
      z.object({
        areaId: id<AreaId>(),
        /** Outer and inner rings, WGS84 degrees. */
        rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
        /** A point inside, for its name. */
        at: z.tuple([z.number(), z.number()]),
      }),
    ),
  }),
});

export const wallLive = endpoint({
  id: 'matters.wall_live',
  method: 'GET',
  path: '/api/wall/live',
  kind: 'read',
  audience: 'wall',
  summary: 'Says that something changed, as server-sent events, and never what',
  query: z.object({ after: z.string().max(15).optional() }),
  media: 'text/event-stream',
  refusals: ['request.too_many'],
});
