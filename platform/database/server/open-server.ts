/** Opens a PostgreSQL server: migrated by the owner, then signed in to as each role. */
import { migrate } from '../migrate.ts';
import type { Migration } from '../migration-files.ts';
import { enableLogins } from './roles.ts';
import { ServerDatabase, type ServerOptions } from './server-database.ts';

export interface OpenServer extends ServerOptions {
  readonly migrations: readonly Migration[];
}

export async function openServer(options: OpenServer): Promise<ServerDatabase> {
  const database = new ServerDatabase(options);
  try {
    await migrate(database, options.migrations);
    await enableLogins(database, options.url, options.passwords);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
