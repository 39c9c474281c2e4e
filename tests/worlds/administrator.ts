/** Somebody who administers a part of a district, or all of it. */
import type { Context } from '#kernel/context.ts';
import type { AccountId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import type { District } from './district.ts';

/** @param area where the role reaches; of the person nothing else is said */
export function administratorOf(
  world: District,
  role: Role,
  area: keyof District['areas'],
): Context {
  const { personId, postId, organisationId } = { ...world.units.centre, ...world.post('intake') };
  if (personId === undefined) throw new Error('nobody holds the post');
  const { areaPath } = world.areas[area];
  const grant = { role, areaPath, postId, organisationId, substitute: false };
  const accountId = personId as string as AccountId;
  return {
    ...world.system,
    actor: { kind: 'person', personId, accountId, name: '管理员甲', grants: [grant] },
  };
}
