/** Opens the installation that the settings name, for one command, and closes it after. */
import { type Installation, makeInstallation } from '#apps/server/services.ts';
import { ConfigError, readConfig } from '#platform/config/config.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { FAULTS } from '#platform/database/faults.ts';
import { allTenants, type Tenant } from '#platform/tenants/tenants.ts';
import { Ended, EXIT } from './exit.ts';

export async function withInstallation<T>(
  body: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await open();
  try {
    return await body(installation);
  } finally {
    await installation.services.waker.idle();
    await installation.services.database.close();
  }
}

async function open(): Promise<Installation> {
  try {
    return await makeInstallation(readConfig(process.env));
  } catch (fault) {
    throw unavailable(fault) ?? fault;
  }
}

/** What an operator can put right is one sentence. */
function unavailable(fault: unknown): Ended | undefined {
  const ending = { exit: EXIT.unavailable, cause: fault };
  if (fault instanceof DatabaseError && fault.code === FAULTS.folderInUse)
    return new Ended('error.folder_in_use', ending);
  const known =
    fault instanceof ConfigError || fault instanceof DatabaseError || isConnection(fault);
  if (!known) return undefined;
  return new Ended('error.installation', { ...ending, values: { reason: reasonOf(fault) } });
}

function isConnection(fault: unknown): fault is Error {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return (
    typeof code === 'string' && /^(?:ECONN|ENOTFOUND|ETIMEDOUT|EACCES|EROFS|ENOSPC)/.test(code)
  );
}

/** An attempt on several addresses has no message of its own. */
function reasonOf(fault: Error): string {
  if (fault.message !== '') return fault.message;
  const [first]: unknown[] = fault instanceof AggregateError ? fault.errors : [];
  return first instanceof Error ? first.message : fault.name;
}

export async function tenantNamed({ services }: Installation, slug: string): Promise<Tenant> {
  const tenants = await allTenants(services.database);
  const tenant = tenants.find((one) => one.slug === slug);
  if (tenant !== undefined) return tenant;
  const known = tenants.map((one) => one.slug).join(', ');
  throw new Ended(known === '' ? 'error.no_tenants' : 'error.tenant_unknown', {
    values: { slug, known },
  });
}
