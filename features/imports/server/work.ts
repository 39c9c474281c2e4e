/** What the server does with runs: it checks, takes in and takes back, one after the other in each tenant. */
import { sql } from 'kysely';
import { type AppointmentSource, grantsOfPosts } from '#features/access/server/public.ts';
import type { Actor, Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { Database } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import { IMPORT_KINDS } from '../rules/kinds.ts';
import { WORKING_STATES } from '../rules/states.ts';
import { checkFile, takeFile } from './go-through.ts';
import { RUN_COLUMNS, type RunRow } from './run-rows.ts';
import { settle } from './settle.ts';
import { type AccountHolders, takeRunBack } from './take-back.ts';

export interface ImportWork {
  readonly services: Services;
  readonly appointments: AppointmentSource;
  readonly holders: AccountHolders;
}

const working = sql.join(WORKING_STATES.map((state) => sql.lit(state)));

/** Tenants with a run to work on; across tenants, so the owner reads it. */
export async function tenantsWithRuns(database: Database): Promise<ReadonlySet<TenantId>> {
  const [found] = await database.asOwner((transaction) =>
    transaction.run(
      compile(sql`select distinct tenant_id from import_runs where state in (${working})`),
    ),
  );
  return new Set((found?.rows ?? []).map((row) => row['tenant_id'] as TenantId));
}

/**
 * Works on everything that waits in the tenant of the context. Each run is done
 * in the name of who asked for it, with the posts they hold now.
 */
export async function workOnRuns(work: ImportWork, context: Context): Promise<void> {
  const { database } = work.services;
  const [found] = await database.read(
    context.tenantId,
    compile(sql`
      select ${RUN_COLUMNS} from import_runs r
      where r.tenant_id = ${context.tenantId} and r.state in (${working}) order by r.begun_at, r.run_id`),
  );
  for (const run of rowsAs<RunRow>(found)) await workOn(work, context, run);
}

async function workOn(work: ImportWork, system: Context, run: RunRow): Promise<void> {
  const { services } = work;
  const actor = await actorOf(work, system, run);
  if (actor === undefined) {
    // Who asked holds no post any more that would let them.
    const problem = { code: 'access.not_allowed' };
    await settle(services, system, run, run.state === 'undoing' ? 'done' : 'refused', {
      set: { problem },
    });
    return;
  }
  const context: Context = { ...system, actor };
  if (run.state === 'checking') await checkFile(services, context, run);
  else if (run.state === 'importing') await takeFile(services, context, run);
  else await takeRunBack(services, context, run, work.holders);
}

async function actorOf(
  { services, appointments }: ImportWork,
  { tenantId, clock, timeZone }: Context,
  { personId, accountId, kind }: RunRow,
): Promise<Actor | undefined> {
  const day = legalDay(clock.now(), timeZone);
  const found = await services.database.read(
    tenantId,
    ...appointments.statements(tenantId, personId, day),
  );
  const holdings = appointments.read(found);
  const grants = grantsOfPosts(holdings?.posts ?? []);
  const roles: readonly string[] = IMPORT_KINDS[kind];
  if (holdings === undefined || !grants.some(({ role }) => roles.includes(role))) return undefined;
  return { kind: 'person', personId, accountId, name: holdings.name, grants };
}
