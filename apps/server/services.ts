/** Makes what every handler may use, from the settings. One place; nothing else constructs services. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '#kernel/context.ts';
import { type Ids, uuidV7 } from '#kernel/ids.ts';
import { createAccessLog } from '#platform/access-log/access-log.ts';
import type { SealKeys } from '#platform/audit/seal.ts';
import { createSealFiles, type SealFiles } from '#platform/audit/seal-file.ts';
import { sealKeysOf } from '#platform/audit/seal-keys.ts';
import type { Config } from '#platform/config/config.ts';
import { readSecrets } from '#platform/config/secrets.ts';
import type { Database } from '#platform/database/database.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { openDatabase } from '#platform/database/open.ts';
import { createFolderStore } from '#platform/files/folder-store.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { createWaker } from '#platform/outbox/waker.ts';
import { deriveKeys } from '#platform/protection/keys.ts';
import { createProtection } from '#platform/protection/protection.ts';
import type { Services } from '#platform/services.ts';

export interface Installation {
  readonly services: Services;
  readonly sealKeys: SealKeys;
  readonly sealFiles: SealFiles;
}

const systemClock: Clock = { now: () => Date.now() };

/** Identifiers in the order of their making within a millisecond and across it. */
function systemIds(clock: Clock): Ids {
  let pool = new Uint8Array();
  return {
    next: () => {
      // Asking the system for ten bytes at a time would cost more than all the rest of it.
      if (pool.length < 10) pool = randomBytes(2_560);
      const random = pool.subarray(0, 10);
      pool = pool.subarray(10);
      return uuidV7(clock.now(), random) as never;
    },
  };
}

export interface Parts {
  readonly clock?: Clock;
  readonly onDown?: () => void;
  /** A database that is open already, in tests. */
  readonly database?: Database;
}

export async function makeInstallation(
  config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'secretsFile'>,
  { clock = systemClock, onDown, database: given }: Parts = {},
): Promise<Installation> {
  const secrets = readSecrets(config.secretsFile);
  const database = given ?? (await openDatabase(config, secrets, onDown));
  const keys = deriveKeys(secrets.masterKeys);
  const protection = createProtection(keys);
  return {
    services: {
      database,
      keys,
      protection,
      accessLog: createAccessLog(database, protection),
      files: createFolderStore(join(config.dataFolder, 'files')),
      waker: createWaker(database),
      translate: loadTexts(ROOT),
      clock,
      ids: systemIds(clock),
    },
    sealKeys: sealKeysOf(secrets.sealKey),
    sealFiles: createSealFiles(config.dataFolder),
  };
}
