/**
 * An office of the district in a process of its own: what the parent hands over
 * as JSON, and how the child enters it. Both sides of the crash tests use it.
 */
import { join } from 'node:path';
import { type Installation, makeInstallation } from '#apps/server/services.ts';
import type { ActionInput } from '#features/matters/contract.ts';
import type { Actor, Context } from '#kernel/context.ts';
import type { CommandId, MatterId, TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import type { Migration } from '#platform/database/migration-files.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { TEST_PASSWORDS } from '#tests/engines/server-engine.ts';
import type { District } from '#tests/worlds/district.ts';

/** The people whose work the load is. */
const TITLES = ['intake', 'second intake', 'dispatcher', 'lamp fitter', 'checker'] as const;
export type Title = (typeof TITLES)[number] | 'public';

/** One command, so that it can be sent again by another process word for word. */
export interface Sent {
  readonly id: CommandId;
  readonly as: Title;
  readonly does:
    | { readonly report: string }
    | { readonly matterId: MatterId; readonly version: number; readonly input: ActionInput };
}

/** The answer to one command: what must be found for ever after. */
export interface Acknowledged {
  readonly id: CommandId;
  readonly matterId: MatterId;
  readonly version: number;
}

export interface Plan extends Ground {
  readonly tenantId: TenantId;
  readonly actors: Readonly<Record<Title, Actor>>;
  readonly categoryId: string;
  readonly unit: string;
  /** Instant at which the child's clock starts. */
  readonly start: number;
}

export interface Ground {
  /** Data folder of the embedded engine, or the owner's address on a server. */
  readonly where: string;
  /** Secrets and seals of the district. */
  readonly folder: string;
  /** As they were at the founding: all lives open the same database. */
  readonly migrations: readonly Migration[];
}

export function planOf(district: District, ground: Ground): Plan {
  const people = TITLES.map((title) => [title, district.as(title).actor] as const);
  return {
    ...ground,
    tenantId: district.tenantId,
    actors: Object.fromEntries([...people, ['public', district.public.actor]]) as Plan['actors'],
    categoryId: district.categories['B0101'] ?? '',
    unit: district.units.lamps.organisationId,
    start: district.clock.now(),
  };
}

export function openGround({ where, migrations }: Ground): Promise<Database> {
  return where.startsWith('postgres:')
    ? openServer({ url: where, migrations, passwords: TEST_PASSWORDS })
    : openEmbedded({ folder: where, migrations });
}

export interface Office {
  readonly installation: Installation;
  readonly plan: Plan;
  as(title: Title): Context;
}

export async function enterOffice(plan: Plan, database: Database): Promise<Office> {
  const { folder, tenantId, actors, start } = plan;
  const opened = performance.now();
  const installation = await makeInstallation(
    { dataFolder: folder, databaseUrl: undefined, secretsFile: join(folder, 'secrets.json') },
    { database, clock: { now: () => Math.floor(start + performance.now() - opened) } },
  );
  const { clock, ids } = installation.services;
  return {
    installation,
    plan,
    as: (title) => ({
      ...{ tenantId, clock, ids, actor: actors[title] },
      timeZone: 'Asia/Shanghai',
      locale: 'zh',
    }),
  };
}
