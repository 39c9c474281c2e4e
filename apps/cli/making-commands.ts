/** Commands that prepare a system: `migrate`, `demo`. */
import { systemContext } from '#apps/server/work.ts';
import { openDemonstration } from '#demo/demonstration.ts';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { allTenants } from '#platform/tenants/tenants.ts';
import { Ended, EXIT, type Exit } from './exit.ts';
import { withInstallation } from './open.ts';
import type { Speaker } from './say.ts';

/** Opening migrates; this command does that and nothing else. */
export function migrate({ say }: Speaker, { json }: { readonly json?: boolean }): Promise<Exit> {
  return withInstallation(async () => {
    const last = collectMigrations().at(-1)?.name ?? '';
    const told = json === true ? JSON.stringify({ last }) : say('migrate.done', { last });
    process.stdout.write(`${told}\n`);
    return EXIT.done;
  });
}

export function demo({ say }: Speaker, { json }: { readonly json?: boolean }): Promise<Exit> {
  return withInstallation(async (installation) => {
    const { services } = installation;
    if ((await allTenants(services.database)).some(({ demonstration }) => demonstration))
      throw new Ended('error.demonstration');
    const opened = await openDemonstration(services, (tenant) =>
      systemContext(installation, tenant, 'demo'),
    );
    await opened.fill();
    const { slug } = opened.tenant;
    const told = json === true ? JSON.stringify({ tenant: slug }) : say('demo.done', { slug });
    process.stdout.write(`${told}\n`);
    return EXIT.done;
  });
}
