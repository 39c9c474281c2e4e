/** What every handler may use: built once in `apps/server`, passed, never imported. */
import type { Clock } from '#kernel/context.ts';
import type { Ids } from '#kernel/ids.ts';
import type { AccessLog } from '#platform/access-log/access-log.ts';
import type { Database } from '#platform/database/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Translate } from '#platform/http/i18n.ts';
import type { Waker } from '#platform/outbox/waker.ts';
import type { Keys } from '#platform/protection/keys.ts';
import type { Protection } from '#platform/protection/protection.ts';

export interface Services {
  readonly database: Database;
  readonly keys: Keys;
  readonly protection: Protection;
  readonly accessLog: AccessLog;
  readonly files: FileStore;
  readonly waker: Waker;
  readonly translate: Translate;
  readonly clock: Clock;
  readonly ids: Ids;
}
