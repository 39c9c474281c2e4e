/** Seals in their table. Instants are read to the microsecond, so that no flip hides below one. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import { exactInstant, INSTANT } from './exact-instant.ts';
import type { Seal } from './seal.ts';

export function insertSeal(seal: Seal): Statement {
  return {
    sql:
      'insert into seals (tenant_id, number, from_position, to_position, events, chains, heads, ' +
      'link, previous, sealed_at, key_id, hash, signature) ' +
      'values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    parameters: [
      seal.tenantId,
      seal.number,
      seal.from,
      seal.to,
      seal.events,
      seal.chains,
      seal.heads,
      seal.link,
      seal.previous,
      seal.sealedAt,
      seal.keyId,
      seal.hash,
      seal.signature,
    ],
  };
}

const COLUMNS = `number, from_position::text, to_position::text, events::text, chains::text, heads, link, previous,
  to_char(sealed_at at time zone 'UTC', '${INSTANT}') as sealed_at, key_id, hash, signature`;

export async function readSeals(database: Database, tenantId: TenantId): Promise<readonly Seal[]> {
  const [found] = await database.read(tenantId, {
    sql: `select ${COLUMNS} from seals where tenant_id = $1 order by number`,
    parameters: [tenantId],
  });
  return (found?.rows ?? []).map((row) => sealOf(tenantId, row));
}

export async function findLastSeal(
  database: Database,
  tenantId: TenantId,
): Promise<Seal | undefined> {
  const [found] = await database.read(tenantId, {
    sql: `select ${COLUMNS} from seals where tenant_id = $1 order by number desc limit 1`,
    parameters: [tenantId],
  });
  const row = found?.rows[0];
  return row && sealOf(tenantId, row);
}

function sealOf(tenantId: TenantId, row: Rows['rows'][number]): Seal {
  return {
    tenantId,
    number: Number(row['number']),
    from: Number(row['from_position']),
    to: Number(row['to_position']),
    events: Number(row['events']),
    chains: Number(row['chains']),
    heads: String(row['heads']),
    link: String(row['link']),
    previous: String(row['previous']),
    sealedAt: exactInstant(String(row['sealed_at'])),
    keyId: String(row['key_id']),
    hash: String(row['hash']),
    signature: String(row['signature']),
  };
}
