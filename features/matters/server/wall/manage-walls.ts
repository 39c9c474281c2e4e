/** Allowing, turning and ending walls, and the list of them. */
import { sql } from 'kysely';
import { type Access, bindDevice, findPairing } from '#features/access/server/public.ts';
import { actorName, type Context, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { TenantId, WallId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { wallSessionId } from '#platform/http/asking.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { REVOKED_CHANNEL } from '#platform/live/hub.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import { outermostPaths } from '#platform/scope/paths.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import {
  type allowWall,
  listWalls,
  type revokeWall,
  type turnWall,
  WALL_KEEPERS,
  WALL_PRESENTERS,
} from '../../contract.ts';
import { pathsOf } from './find-wall.ts';
import { holds, selectWalls, type Wall, wallAggregate, wallsOf } from './wall-table.ts';

const DAY = 86_400_000;

/** The wall is there first and the screen is given to it then; the same command again mends what broke between. */
export async function allow(
  access: Access,
  services: Services,
  context: Context,
  { body, commandId }: CommandInput<typeof allowWall>,
): Promise<Outcome<Answer<typeof allowWall>>> {
  const { tenantId, actor } = context;
  const waiting = await findPairing(access, body.code);
  const allowed = await makeWall(services, context, {
    commandId,
    body,
    mayBegin: waiting !== undefined,
  });
  if (!allowed.ok || waiting === undefined) return allowed;
  const device = { tenantId, deviceId: allowed.value.wallId };
  const bound = await bindDevice(access, waiting, device, actorName(actor));
  return bound ? allowed : refused({ code: 'wall.code_unknown', field: 'code' });
}

interface Making {
  readonly commandId: CommandInput<typeof allowWall>['commandId'];
  readonly body: Pick<CommandInput<typeof allowWall>['body'], 'name' | 'areaId' | 'days'>;
  /** False where no screen waits: then only the same command a second time is answered. */
  readonly mayBegin: boolean;
}

/** A wall without a screen yet. */
export function makeWall(
  services: Pick<Services, 'database' | 'keys' | 'waker'>,
  context: Context,
  { commandId, body, mayBegin }: Making,
): Promise<Outcome<Answer<typeof allowWall>>> {
  const { tenantId, actor, ids, clock } = context;
  return command(services, context, {
    id: commandId,
    name: 'matters.allow_wall',
    body,
    opening: [
      compile(sql`
        select area_path from areas
        where tenant_id = ${tenantId} and area_id = ${body.areaId} and to_day is null
        for key share`),
    ],
    decide: ([areas]) => {
      if (!mayBegin) return refused({ code: 'wall.code_unknown', field: 'code' });
      const path = areas?.rows[0]?.['area_path'];
      if (typeof path !== 'string') return refused({ code: 'place.unknown', field: 'areaId' });
      if (!reaches(actor, path, ...WALL_KEEPERS)) {
        return refused({ code: 'access.not_allowed', field: 'areaId' });
      }
      const wallId = ids.next<WallId>();
      const set = {
        name: body.name,
        areaId: body.areaId,
        allowedAt: instantNow(clock),
        endsAt: new Date(clock.now() + body.days * DAY).toISOString(),
        revokedAt: null,
        scene: null,
        held: false,
      };
      return done({
        answer: { wallId, version: 1 },
        changes: [{ ...wallAggregate, id: wallId, kind: 'wall.allowed', set }],
      });
    },
  });
}

export async function revoke(
  services: Services,
  context: Context,
  { params: { wallId }, body, commandId }: CommandInput<typeof revokeWall>,
): Promise<Outcome<Answer<typeof revokeWall>>> {
  const { tenantId, clock } = context;
  const ended = await command(services, context, {
    id: commandId,
    name: 'matters.revoke_wall',
    body: { wallId, ...body },
    opening: [lockWall(tenantId, wallId)],
    decide: ([found]) => {
      const wall = ownWall(context, found, WALL_KEEPERS);
      if (!wall.ok) return wall;
      const { version, auditHead } = wall.value;
      const old = stale(body.version, wall.value, { version });
      if (old) return refused(old);
      const set = { revokedAt: instantNow(clock) };
      return done({
        answer: { version: version + 1 },
        changes: [
          {
            ...wallAggregate,
            id: wallId,
            before: { version, auditHead },
            kind: 'wall.revoked',
            set,
          },
        ],
      });
    },
  });
  if (ended.ok) await services.database.notify(REVOKED_CHANNEL, wallSessionId(tenantId, wallId));
  return ended;
}

/** Names no version: of two who turn a wall at once, the last hand counts. */
export function turn(
  services: Services,
  context: Context,
  { params: { wallId }, body: set, commandId }: CommandInput<typeof turnWall>,
): Promise<Outcome<Answer<typeof turnWall>>> {
  return command(services, context, {
    id: commandId,
    name: 'matters.turn_wall',
    body: { wallId, ...set },
    opening: [lockWall(context.tenantId, wallId)],
    decide: ([found]) => {
      const wall = ownWall(context, found, WALL_PRESENTERS);
      if (!wall.ok) return wall;
      const { version, auditHead } = wall.value;
      return done({
        answer: { version: version + 1 },
        changes: [
          {
            ...wallAggregate,
            id: wallId,
            before: { version, auditHead },
            kind: 'wall.turned',
            set,
          },
        ],
      });
    },
  });
}

export async function list(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof listWalls>>> {
  const { tenantId, clock } = context;
  const paths = outermostPaths(pathsOf(context, listWalls.audience as readonly Role[]));
  const own = sql`${pathCondition('a.area_path', paths)} order by w.ends_at desc, w.wall_id limit 200`;
  const [found] = await services.database.read(tenantId, compile(selectWalls(tenantId, own)));
  const now = clock.now();
  const walls = wallsOf(found).map((wall) => ({
    wallId: wall.wallId,
    version: wall.version,
    name: wall.name,
    area: { areaId: wall.areaId, name: wall.areaName, nameEn: wall.areaNameEn },
    endsAt: wall.endsAt,
    allowedAt: wall.allowedAt,
    holds: holds(wall, now),
  }));
  return done({ walls: walls.toSorted((a, b) => Number(b.holds) - Number(a.holds)) });
}

function lockWall(tenantId: TenantId, wallId: WallId): Statement {
  return compile(sql`${selectWalls(tenantId, sql`w.wall_id = ${wallId}`)} for update of w`);
}

function ownWall(context: Context, found: Rows | undefined, roles: readonly Role[]): Outcome<Wall> {
  const [wall] = wallsOf(found);
  if (wall === undefined || !reaches(context.actor, wall.areaPath, ...roles)) {
    return refused({ code: 'wall.unknown' });
  }
  return holds(wall, context.clock.now()) ? done(wall) : refused({ code: 'wall.ended' });
}
