/** Gives each committed event its dense position in the tenant's log (design 3.10). */
import type { TenantId } from '#kernel/ids.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { Database, Rows, Statement, Transaction } from '#platform/database/database.ts';
import type { DerivedKey, Keys } from '#platform/protection/keys.ts';
import { logLink } from './log-link.ts';
import { orderForLog, type Waiting } from './log-order.ts';

/** Channel on which listeners hear of new positions: `<tenant> <position>`. */
export const LOG_CHANNEL = 'lianxin_log';

export interface RelayServices {
  readonly database: Database;
  readonly keys: Keys;
}

/** Events a transaction moves at most. */
const BATCH = 500;

/**
 * Moves all that waits and answers how many events it moved, undefined where
 * another relay holds the tenant. Taking only what it sees committed, under a
 * lock, it skips nothing: what commits late gets a later position.
 */
export function relayTenant(
  services: RelayServices,
  tenantId: TenantId,
): Promise<number | undefined> {
  return services.database.whileLocked(`relay:${tenantId}`, async (lost) => {
    let moved = 0;
    for (;;) {
      if (lost.aborted) return moved;
      const batch = await moveBatch(services, tenantId);
      if (batch.count === 0) return moved;
      moved += batch.count;
      await services.database.notify(LOG_CHANNEL, `${tenantId} ${batch.position}`);
      // That was all there was; who commits now wakes the relay again.
      if (batch.count < BATCH) return moved;
    }
  });
}

function moveBatch(
  { database, keys }: RelayServices,
  tenantId: TenantId,
): Promise<{ readonly count: number; readonly position: number }> {
  const key = keys.current('audit', tenantId);
  return database.write(
    tenantId,
    [findWaiting(tenantId), findEnd(tenantId)],
    async (transaction, [found, end]) => {
      const waiting = orderForLog((found?.rows ?? []).map(waitingOf));
      const from = endOf(end);
      if (waiting.length > 0) await move(transaction, { tenantId, key, from }, waiting);
      return { count: waiting.length, position: from.position + waiting.length };
    },
  );
}

interface WaitingEvent extends Waiting {
  readonly hash: string;
}

interface LogEnd {
  readonly position: number;
  readonly link: string;
}

async function move(
  transaction: Transaction,
  log: { readonly tenantId: TenantId; readonly key: DerivedKey; readonly from: LogEnd },
  waiting: readonly WaitingEvent[],
): Promise<void> {
  const { tenantId, key } = log;
  let { position, link } = log.from;
  const rows = waiting.map(({ aggregateId, version, hash }) => {
    position += 1;
    link = logLink(key, link, { tenantId, position, aggregateId, version, hash });
    return [tenantId, position, aggregateId, version, key.id, link];
  });
  const columns = ['tenant_id', 'position', 'aggregate_id', 'version', 'key_id', 'link'];
  await transaction.runAndCommit(
    ...multiInsert('event_log', columns, rows),
    forget(tenantId, waiting),
  );
}

/** The oldest that wait, and with each the earlier events of its aggregate. */
function findWaiting(tenantId: TenantId): Statement {
  return {
    sql: `
      with oldest as (
        select aggregate_id, max(version) as version
        from (select aggregate_id, version from outbox where tenant_id = $1
              order by recorded_at, aggregate_id, version limit ${BATCH}) as first_ones
        group by aggregate_id
      )
      select o.aggregate_id, o.version, e.hash,
             to_char(o.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as recorded_at
      from oldest
      cross join lateral (
        select aggregate_id, version, recorded_at from outbox
        where tenant_id = $1 and aggregate_id = oldest.aggregate_id and version <= oldest.version
        order by version limit ${BATCH}
      ) o
      cross join lateral (
        select hash from audit_events
        where tenant_id = $1 and aggregate_id = o.aggregate_id and version = o.version limit 1
      ) e`,
    parameters: [tenantId],
  };
}

function findEnd(tenantId: TenantId): Statement {
  return {
    sql: 'select position, link from event_log where tenant_id = $1 order by position desc limit 1',
    parameters: [tenantId],
  };
}

function forget(tenantId: TenantId, waiting: readonly Waiting[]): Statement {
  const gone = waiting.map(({ aggregateId, version }) => ({ id: aggregateId, v: version }));
  return {
    sql:
      'delete from outbox where tenant_id = $1 and (aggregate_id, version) in ' +
      '(select id, v from jsonb_to_recordset($2::jsonb) as gone (id uuid, v integer))',
    parameters: [tenantId, JSON.stringify(gone)],
  };
}

function waitingOf(row: Rows['rows'][number]): WaitingEvent {
  return {
    aggregateId: String(row['aggregate_id']),
    version: Number(row['version']),
    recordedAt: String(row['recorded_at']),
    hash: String(row['hash']),
  };
}

function endOf(end: Rows | undefined): LogEnd {
  const row = end?.rows[0];
  if (row === undefined) return { position: 0, link: '' };
  return { position: Number(row['position']), link: String(row['link']) };
}
