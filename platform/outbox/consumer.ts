/** Whoever must be told of events reads the log by position, each event once. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import { type LogEvent, readLog } from './log-event.ts';

export interface Consumer {
  /** Stable: its cursor is kept under it. */
  readonly name: string;
  /** Kinds it wants, `matter.filed` or all of an aggregate `matter.*`. */
  readonly kinds: readonly string[];
  /**
   * What the events change in the database. The statements commit together with
   * the cursor, so they take effect once. Effects elsewhere (a webhook, a job)
   * happen at least once and carry the event id.
   */
  consume(tenantId: TenantId, events: readonly LogEvent[]): Promise<readonly Statement[]>;
}

/** Events a transaction takes at most. */
const BATCH = 200;

/** Reads to the end of the log and answers how many events it passed, undefined where another reads. */
export function consumeTenant(
  database: Database,
  consumer: Consumer,
  tenantId: TenantId,
): Promise<number | undefined> {
  return database.whileLocked(`consumer:${consumer.name}:${tenantId}`, async (lost) => {
    let passed = 0;
    for (;;) {
      if (lost.aborted) return passed;
      const count = await consumeBatch(database, consumer, tenantId);
      if (count === 0) return passed;
      passed += count;
    }
  });
}

async function consumeBatch(
  database: Database,
  consumer: Consumer,
  tenantId: TenantId,
): Promise<number> {
  const at = await readCursor(database, consumer, tenantId);
  const events = await readLog(database, tenantId, at, BATCH);
  const last = events.at(-1);
  if (last === undefined) return 0;
  const wanted = events.filter((event) => wants(consumer, event.kind));
  const statements = wanted.length > 0 ? await consumer.consume(tenantId, wanted) : [];
  await database.write(
    tenantId,
    [lockCursor(consumer, tenantId)],
    async (transaction, [cursor]) => {
      // The lock may have been lost meanwhile and somebody else been here.
      if (positionOf(cursor) !== at) return;
      await transaction.runAndCommit(...statements, moveCursor(consumer, tenantId, last.position));
    },
  );
  return events.length;
}

function wants({ kinds }: Pick<Consumer, 'kinds'>, kind: string): boolean {
  return kinds.some((wanted) =>
    wanted.endsWith('.*') ? kind.startsWith(wanted.slice(0, -1)) : wanted === kind,
  );
}

async function readCursor(
  database: Database,
  { name }: Consumer,
  tenantId: TenantId,
): Promise<number> {
  const [found] = await database.read(tenantId, {
    sql: 'select position from consumer_cursors where tenant_id = $1 and consumer = $2',
    parameters: [tenantId, name],
  });
  if (found?.rows.length === 1) return positionOf(found);
  await database.write(
    tenantId,
    [
      {
        sql:
          'insert into consumer_cursors (tenant_id, consumer, position) values ($1, $2, 0) ' +
          'on conflict do nothing',
        parameters: [tenantId, name],
      },
    ],
    async () => undefined,
  );
  return 0;
}

function lockCursor({ name }: Consumer, tenantId: TenantId): Statement {
  return {
    sql: 'select position from consumer_cursors where tenant_id = $1 and consumer = $2 for update',
    parameters: [tenantId, name],
  };
}

function moveCursor({ name }: Consumer, tenantId: TenantId, position: number): Statement {
  return {
    sql: 'update consumer_cursors set position = $3 where tenant_id = $1 and consumer = $2',
    parameters: [tenantId, name, position],
  };
}

function positionOf(cursor: Rows | undefined): number {
  return Number(cursor?.rows[0]?.['position'] ?? 0);
}
