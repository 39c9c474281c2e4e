/** One wall: for the device that asks, for the streams it keeps open, for who manages or presents it. */
import { sql } from 'kysely';
import { type Access, findDevice } from '#features/access/server/public.ts';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { AreaId, TenantId, WallId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import type { Database } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { WallSession, WallSource } from '#platform/http/session-source.ts';
import { reaches } from '#platform/scope/reach.ts';
import { holds, selectWalls, type Wall, wallsOf } from './wall-table.ts';

export async function findWall(
  database: Database,
  tenantId: TenantId,
  wallId: WallId,
): Promise<Wall | undefined> {
  const [found] = await database.read(
    tenantId,
    compile(selectWalls(tenantId, sql`w.wall_id = ${wallId}`)),
  );
  return wallsOf(found)[0];
}

/** The port of platform/http: read anew for every request, so that ending a wall holds at the next. */
export function wallSource(access: Access): WallSource {
  return {
    findWall: async ({ cookies }) => {
      const device = await findDevice<WallId>(access, cookies);
      return device && renewWall(access, device.tenantId, device.deviceId);
    },
  };
}

/** The wall as it is now, for a stream that stays open; undefined where it holds no more. */
export async function renewWall(
  { services: { database, clock } }: Access,
  tenantId: TenantId,
  wallId: WallId,
): Promise<WallSession | undefined> {
  const wall = await findWall(database, tenantId, wallId);
  if (wall === undefined || !holds(wall, clock.now())) return undefined;
  const { timeZone, areaPath } = wall;
  return { wallId, tenantId, timeZone, areaPath };
}

/** A wall that holds, in the area of one who has one of the roles. */
export async function wallInReach(
  database: Database,
  context: Context,
  wallId: WallId,
  roles: readonly Role[],
): Promise<Outcome<Wall>> {
  const wall = await findWall(database, context.tenantId, wallId);
  if (wall === undefined || !reaches(context.actor, wall.areaPath, ...roles)) {
    return refused({ code: 'wall.unknown' });
  }
  return holds(wall, context.clock.now()) ? done(wall) : refused({ code: 'wall.ended' });
}

/** Walls of an area that hold. */
export async function wallsOfArea(
  database: Database,
  { tenantId, clock }: Context,
  areaId: AreaId,
): Promise<readonly Wall[]> {
  const [found] = await database.read(
    tenantId,
    compile(selectWalls(tenantId, sql`w.area_id = ${areaId} order by w.wall_id`)),
  );
  return wallsOf(found).filter((wall) => holds(wall, clock.now()));
}

/** Paths over which the actor has one of the roles. */
export function pathsOf({ actor }: Context, roles: readonly Role[]): readonly string[] {
  return grantsOf(actor)
    .filter(({ role }) => roles.includes(role))
    .map(({ areaPath }) => areaPath);
}
