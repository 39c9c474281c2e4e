/** Walls seen from a desk: allowed, ended and turned. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, WallId } from '#kernel/ids.ts';
import { Scene } from '../rules/wall/board.ts';
import { id, instant } from './fields.ts';
import { WallAnswer, WallFrame } from './wall.ts';

/** Who allows walls and ends them: what a wall shows, leaders of its area may read anyway. */
export const WALL_KEEPERS = ['security_admin', 'leader'] as const;

/** Who stands beside a wall and turns it. */
export const WALL_PRESENTERS = ['leader', 'supervisor', 'dispatcher', 'intake'] as const;

/** Days a wall may be allowed for at once. */
export const WALL_DAYS = { least: 1, most: 90, usual: 30 } as const;

const wallParams = z.object({ wallId: id<WallId>() });

export const listWalls = endpoint({
  id: 'matters.walls',
  method: 'GET',
  path: '/api/walls',
  kind: 'read',
  audience: ['leader', 'supervisor', 'dispatcher', 'intake', 'security_admin'],
  summary: 'Walls of the own areas, those that hold first',
  answer: z.object({
    walls: z.array(
      WallFrame.pick({ wallId: true, version: true, name: true, area: true, endsAt: true }).extend({
        allowedAt: instant,
        holds: z.boolean(),
      }),
    ),
  }),
});

export const allowWall = endpoint({
  id: 'matters.allow_wall',
  method: 'POST',
  path: '/api/walls',
  kind: 'command',
  audience: WALL_KEEPERS,
  summary: 'Allows the screen that shows a code to be the wall of an area for some days',
  body: z.object({
    code: z.string().trim().min(8).max(20),
    name: z.string().trim().min(1).max(40),
    areaId: id<AreaId>(),
    days: z.int().min(WALL_DAYS.least).max(WALL_DAYS.most),
  }),
  answer: z.object({ wallId: id<WallId>(), version: z.int() }),
  refusals: ['wall.code_unknown', 'place.unknown', 'access.not_allowed'],
});

export const revokeWall = endpoint({
  id: 'matters.revoke_wall',
  method: 'POST',
  path: '/api/walls/:wallId/revoke',
  kind: 'command',
  audience: WALL_KEEPERS,
  summary: 'Ends a wall; it shows nothing more from its next request on',
  params: wallParams,
  body: z.object({ version: z.int() }),
  answer: z.object({ version: z.int() }),
  refusals: ['wall.unknown', 'wall.ended', 'command.stale'],
});

export const showWall = endpoint({
  id: 'matters.show_wall',
  method: 'GET',
  path: '/api/walls/:wallId',
  kind: 'read',
  audience: WALL_PRESENTERS,
  summary: 'What a wall shows, for who presents it from another device',
  params: wallParams,
  answer: WallAnswer,
  refusals: ['wall.unknown', 'wall.ended'],
});

export const turnWall = endpoint({
  id: 'matters.turn_wall',
  method: 'POST',
  path: '/api/walls/:wallId/turn',
  kind: 'command',
  audience: WALL_PRESENTERS,
  summary: 'Turns a wall to a scene and holds it there, or lets it go on; the last hand counts',
  params: wallParams,
  body: z.object({ scene: Scene, held: z.boolean() }),
  answer: z.object({ version: z.int() }),
  refusals: ['wall.unknown', 'wall.ended'],
});
