/** What the server does without being asked: relay, copies of divisions, imports, folding, escalation, seals, the sweep of files. */
import { type ImportWork, tenantsWithRuns, workOnRuns } from '#features/imports/server/public.ts';
import { escalateLate, foldAll } from '#features/matters/server/public.ts';
import { copyWhatWasAsked, tenantsWithCopies } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import { sealTenant } from '#platform/audit/seal-job.ts';
import { sweepOrphans } from '#platform/files/sweep-orphans.ts';
import { type RunningOutbox, runOutbox } from '#platform/outbox/run-outbox.ts';
import { allTenants, type Tenant } from '#platform/tenants/tenants.ts';
import type { Installation } from './services.ts';

export interface Work {
  /** One round of everything that time brings; also for tests, which move the clock. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds between rounds. */
const PACE = {
  copy: 1_000,
  imports: 1_000,
  fold: 2_000,
  escalate: 20_000,
  seal: 60_000,
  files: 3_600_000,
  tidy: 600_000,
} as const;

export async function startWork(
  installation: Installation,
  importing: Omit<ImportWork, 'services'>,
  onFault: (fault: unknown, doing: string) => void,
): Promise<Work> {
  const { services } = installation;
  const { database, keys } = services;
  const tenants = () => allTenants(database);
  const tenantIds = async () => (await tenants()).map((one) => one.tenantId);
  const outbox: RunningOutbox = await runOutbox(
    { database, keys },
    { consumers: [], tenants: tenantIds, onFault },
  );
  const fold = () => each(tenants, ({ tenantId }) => foldAll(database, tenantId));
  const escalate = () =>
    each(tenants, async (tenant) => {
      await database.whileLocked(`escalate:${tenant.tenantId}`, () =>
        escalateLate(services, systemContext(installation, tenant, 'sweep')),
      );
    });
  const copy = async () => {
    const waiting = await tenantsWithCopies(database);
    if (waiting.size === 0) return;
    await each(tenants, async (tenant) => {
      if (!waiting.has(tenant.tenantId)) return;
      await database.whileLocked(`copy:${tenant.tenantId}`, () =>
        copyWhatWasAsked(services, systemContext(installation, tenant, 'copy')),
      );
    });
  };
  const imports = async () => {
    const waiting = await tenantsWithRuns(database);
    if (waiting.size === 0) return;
    await each(tenants, async (tenant) => {
      if (!waiting.has(tenant.tenantId)) return;
      await database.whileLocked(`import:${tenant.tenantId}`, () =>
        workOnRuns({ services, ...importing }, systemContext(installation, tenant, 'import')),
      );
    });
  };
  const seal = () =>
    each(tenants, async ({ tenantId }) => {
      await sealTenant({ ...installation, ...services }, tenantId);
    });
  const files = async () => {
    await sweepOrphans({ ...services, tenants: tenantIds });
  };
  const timers = [
    every(PACE.copy, copy, 'copying divisions', onFault),
    every(PACE.imports, imports, 'imports', onFault),
    every(PACE.fold, fold, 'folding', onFault),
    every(PACE.escalate, escalate, 'escalation', onFault),
    every(PACE.seal, seal, 'sealing', onFault),
    every(PACE.files, files, 'sweeping files', onFault),
    every(PACE.tidy, () => database.tidy(), 'tidying tables', onFault),
  ];
  return {
    round: async () => {
      await copy();
      await imports();
      await escalate();
      await outbox.round();
      await fold();
      await seal();
    },
    stop: async () => {
      for (const timer of timers) await timer.stop();
      await outbox.stop();
    },
  };
}

/** The context of the system itself in a tenant. */
export function systemContext(
  { services: { clock, ids } }: Installation,
  { tenantId, timeZone }: Pick<Tenant, 'tenantId' | 'timeZone'>,
  name: string,
): Context {
  return { tenantId, timeZone, clock, ids, locale: 'zh', actor: { kind: 'system', name } };
}

async function each(
  tenants: () => Promise<readonly Tenant[]>,
  work: (tenant: Tenant) => Promise<void>,
): Promise<void> {
  for (const tenant of await tenants()) await work(tenant);
}

/** Runs again and again, never twice at once; a fault is told and tried again next time. */
function every(
  milliseconds: number,
  work: () => Promise<void>,
  name: string,
  onFault: (fault: unknown, doing: string) => void,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch((fault: unknown) => onFault(fault, name))
      .finally(() => {
        running = undefined;
      });
  }, milliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
