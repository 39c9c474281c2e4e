/** A process of its own on the same database: says whose session some cookies are, as its next request knows it. */
import { join } from 'node:path';
import { makeInstallation } from '#apps/server/services.ts';
import { createAccess, sessionSource, tenantsTable } from '#features/access/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import type { Session } from '#platform/http/session-source.ts';
import { TEST_PASSWORDS } from '#tests/engines/server-engine.ts';
import { movedClock } from '../test-services.ts';

export interface Started {
  readonly url: string;
  /** Of the secrets that both processes share. */
  readonly folder: string;
  /** Where its clock stands, milliseconds since 1970. */
  readonly now: number;
}

export interface Asked {
  readonly id: number;
  readonly cookies: Readonly<Record<string, string>>;
}

export interface Told {
  readonly id: number;
  /** Null where the cookies open nothing. */
  readonly session: Session | null;
}

const { url, folder, now } = JSON.parse(process.argv[2] ?? '{}') as Started;
const database = await openServer({
  url,
  migrations: collectMigrations(),
  passwords: TEST_PASSWORDS,
});
const { services } = await makeInstallation(
  { dataFolder: folder, databaseUrl: undefined, secretsFile: join(folder, 'secrets.json') },
  { clock: movedClock(now), database },
);
const sessions = sessionSource(
  createAccess(services, {
    appointments: appointmentSource,
    tenants: tenantsTable(services),
    rememberPeople: true,
  }),
);

process.on('message', async ({ id, cookies }: Asked) => {
  const session = (await sessions.findSession({ headers: {}, cookies })) ?? null;
  process.send?.({ id, session } satisfies Told);
});
process.once('disconnect', () => {
  database.close().then(() => process.exit(0), fail);
});
process.send?.({ id: 0, session: null } satisfies Told);

function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}
