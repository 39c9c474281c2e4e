/** Who imports in a district: administrators of the whole and of one street, and files as people write them. */

import { foundUnit } from '#demo/founding.ts';
import { workOnRuns } from '#features/imports/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { AccountId } from '#kernel/ids.ts';
import type { District } from './district.ts';

export interface Importing {
  /** Administers the whole district. */
  readonly admin: Context;
  /** Administers the north street alone. */
  readonly northAdmin: Context;
  readonly security: Context;
  /** People who have an account, as far as who takes back is told. */
  readonly accounts: Set<string>;
  /** What the server does by itself. */
  work(): Promise<void>;
}

export async function foundImporting(world: District): Promise<Importing> {
  const { services, system, areas, tenantId } = world;
  const holderOf = async (
    area: 'district' | 'north',
    role: 'system_admin' | 'security_admin',
  ): Promise<Context> => {
    const unit = await foundUnit(
      services,
      system,
      {
        name: `信息办 ${area} ${role}`,
        kind: 'department',
        area: areas[area],
        posts: [{ title: role, roles: [role], rank: 1, holder: `管理员 ${area} ${role}` }],
      },
      '2026-01-01',
    );
    const [post] = unit.posts;
    if (post?.personId === undefined) throw new Error('nobody holds the post');
    const { personId, name, grants } = post;
    const accountId = personId as string as AccountId;
    return { ...system, actor: { kind: 'person', personId, accountId, name, grants } };
  };
  const admin = await holderOf('district', 'system_admin');
  const northAdmin = await holderOf('north', 'system_admin');
  const security = await holderOf('district', 'security_admin');
  const accounts = new Set<string>();
  return {
    admin,
    accounts,
    northAdmin,
    security,
    work: () =>
      workOnRuns(
        { services, appointments: appointmentSource, holders: async () => accounts },
        { ...system, tenantId },
      ),
  };
}
