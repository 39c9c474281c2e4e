/** Opens the database that the settings name: a PostgreSQL server, or the embedded engine. */
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { Database, DatabaseError } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { collectMigrations } from './migration-files.ts';
import { openServer } from './server/open-server.ts';

/**
 * Migrated and ready.
 * @param onDown told once if the embedded engine stays down after too many deaths: end the server then
 */
export function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  secrets: Pick<Secrets, 'databasePasswords'>,
  onDown: (fault: DatabaseError) => void = () => undefined,
): Promise<Database> {
  const migrations = collectMigrations();
  const { databaseUrl: url, dataFolder: folder } = config;
  return url === undefined
    ? openEmbedded({ folder, migrations, onDown })
    : openServer({ url, migrations, passwords: secrets.databasePasswords });
}
