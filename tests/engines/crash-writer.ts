/** A process that writes one row after the other and says each number once it is committed. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { migrationsUpTo } from './migration-range.ts';

const [tenant = '', where = '', from = '0'] = process.argv.slice(2);
const migrations = migrationsUpTo(9);

function open(): Promise<Database> {
  if (!where.startsWith('postgres:')) return openEmbedded({ folder: where, migrations });
  const passwords = { app: 'testingapp', accounts: 'testingaccounts' };
  return openServer({ url: where, migrations, passwords });
}

const database = await open();
for (let number = Number(from); ; number += 1) {
  // Two rows a transaction: half of one must never be found.
  await database.write(
    tenant as TenantId,
    [{ sql: 'insert into pairs values ($1, $2, 1)', parameters: [tenant, number] }],
    async (transaction) => {
      const second = { sql: 'insert into pairs values ($1, $2, 2)', parameters: [tenant, number] };
      await transaction.runAndCommit(second);
    },
  );
  process.stdout.write(`${number}\n`);
}
