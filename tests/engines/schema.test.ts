/** The committed dump is what the migrations make. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { engines, START_LIMIT } from './engines.ts';
import { dumpSchema, SCHEMA_FILE, SCHEMA_VERSION } from './schema-dump.ts';
import { cluster, freshServerDatabase } from './server-engine.ts';

describe.runIf(engines.includes('server'))('platform/database/schema.sql', () => {
  it(
    `is what every migration makes, compared on PostgreSQL ${SCHEMA_VERSION} (npm run schema)`,
    async ({ annotate }) => {
      const running = await cluster();
      if (running.version !== SCHEMA_VERSION) {
        const here = `not compared: this is PostgreSQL ${running.version}, the dump is of ${SCHEMA_VERSION}`;
        process.stdout.write(`${here}\n`);
        await annotate(here);
        return;
      }
      const { database, url, drop } = await freshServerDatabase(collectMigrations());
      await database.close();
      const dump = dumpSchema(running, new URL(url).pathname.slice(1));
      await drop();
      expect(dump).toBe(readFileSync(SCHEMA_FILE, 'utf8'));
    },
    START_LIMIT,
  );
});
