/** Commands that look and change nothing: `tenants`, `audit verify`. */
import { aggregates } from '#apps/server/wiring.ts';
import { auditVerify } from '#platform/audit/cli.ts';
import { allTenants } from '#platform/tenants/tenants.ts';
import { EXIT, type Exit } from './exit.ts';
import { tenantNamed, withInstallation } from './open.ts';
import type { Speaker } from './say.ts';

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export function tenants({ say }: Speaker, { json }: { readonly json?: boolean }): Promise<Exit> {
  return withInstallation(async ({ services }) => {
    const found = await allTenants(services.database);
    if (json === true) write(JSON.stringify({ tenants: found }));
    else if (found.length === 0) write(say('tenants.none'));
    else for (const { slug, name, timeZone } of found) write(`${slug}  ${name}  ${timeZone}`);
    return EXIT.done;
  });
}

export function verify(
  { locale, translate }: Speaker,
  { tenant, json }: { readonly tenant?: string; readonly json?: boolean },
): Promise<Exit> {
  return withInstallation(async (installation) => {
    const { services } = installation;
    const chosen =
      tenant === undefined
        ? await allTenants(services.database)
        : [await tenantNamed(installation, tenant)];
    return auditVerify({
      services: { ...services, ...installation, aggregates },
      tenants: chosen,
      json: json === true,
      translate,
      locale,
      write,
    });
  });
}
