/**
 * Writes `platform/database/schema.sql`: the schema that all migrations make, as
 * PostgreSQL 15 dumps it. Starts a cluster of its own for it.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { dumpSchema, SCHEMA_FILE, SCHEMA_VERSION } from '#tests/engines/schema-dump.ts';
import { addressOf, startCluster, stopCluster } from '#tests/engines/server-cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-schema-'));
chmodSync(folder, 0o711);
const cluster = await startCluster(join(folder, 'cluster'));
try {
  if (cluster.version !== SCHEMA_VERSION) {
    throw new Error(
      `the schema comes from PostgreSQL ${SCHEMA_VERSION}, here is ${cluster.version}`,
    );
  }
  const url = addressOf(cluster, 'postgres');
  const passwords = { app: 'schemaapp', accounts: 'schemaaccounts' };
  const database = await openServer({ url, migrations: collectMigrations(), passwords });
  await database.close();
  writeFileSync(SCHEMA_FILE, dumpSchema(cluster, 'postgres'));
} finally {
  await stopCluster(cluster);
  rmSync(folder, { recursive: true, force: true });
}
