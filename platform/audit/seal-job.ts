/** Seals what the log has gained, and writes the latest seal outside the database. */
import { type Clock, instantNow } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { logLink } from '#platform/outbox/log-link.ts';
import type { Keys } from '#platform/protection/keys.ts';
import { type LogRow, walkLog } from './log-rows.ts';
import { gatherHeads, type HeadGatherer, makeSeal, type Seal, type SealKeys } from './seal.ts';
import type { SealFiles } from './seal-file.ts';
import { findLastSeal, insertSeal } from './seal-rows.ts';

export interface SealServices {
  readonly database: Database;
  readonly keys: Keys;
  readonly sealKeys: SealKeys;
  readonly sealFiles: SealFiles;
  readonly clock: Clock;
}

/** Positions a seal covers at most, so that a long log is sealed in steps. */
const MOST = 50_000;

/**
 * Makes as many seals as the log asks for and answers the latest one,
 * undefined where another job seals or nothing was ever sealed.
 * @throws Error where the stretch to seal is broken: a seal never covers a wound
 */
export function sealTenant(services: SealServices, tenantId: TenantId): Promise<Seal | undefined> {
  const { database, sealFiles } = services;
  return database.whileLocked(`seal:${tenantId}`, async (lost) => {
    let last = await findLastSeal(database, tenantId);
    while (!lost.aborted) {
      const seal = await sealStretch(services, tenantId, last);
      if (seal === undefined) break;
      last = seal;
    }
    const outside = await sealFiles.find(tenantId);
    if (last !== undefined && (outside?.number ?? 0) < last.number) await sealFiles.write(last);
    return last;
  });
}

async function sealStretch(
  services: SealServices,
  tenantId: TenantId,
  last: Seal | undefined,
): Promise<Seal | undefined> {
  const stretch = beginStretch(tenantId, last);
  for await (const row of walkLog(services.database, tenantId, stretch.from)) {
    take(services.keys, stretch, row);
    if (stretch.to - stretch.from === MOST) break;
  }
  const { from, to, chains, heads, link } = stretch;
  if (to === from) return undefined;
  const seal = makeSeal(services.sealKeys, {
    tenantId,
    number: (last?.number ?? 0) + 1,
    from,
    to,
    events: (last?.events ?? 0) + (to - from),
    chains,
    heads: heads.digest(),
    link,
    previous: last?.hash ?? '',
    sealedAt: instantNow(services.clock),
  });
  await services.database.write(tenantId, [insertSeal(seal)], async () => undefined);
  return seal;
}

interface Stretch {
  readonly tenantId: TenantId;
  readonly from: number;
  to: number;
  chains: number;
  link: string;
  readonly heads: HeadGatherer;
}

function beginStretch(tenantId: TenantId, last: Seal | undefined): Stretch {
  const from = last?.to ?? 0;
  const heads = gatherHeads();
  return { tenantId, from, to: from, chains: last?.chains ?? 0, link: last?.link ?? '', heads };
}

function take(keys: Keys, stretch: Stretch, row: LogRow): void {
  const { tenantId } = stretch;
  const { position, aggregateId, version } = row;
  const key = keys.find('audit', tenantId, row.keyId);
  const hash = row.event?.hash ?? '';
  const entry = { tenantId, position, aggregateId, version, hash };
  const expected = key && logLink(key, stretch.link, entry);
  if (position !== stretch.to + 1 || expected !== row.link) {
    throw new Error(`the log of tenant ${tenantId} is broken at position ${stretch.to + 1}`);
  }
  stretch.heads.add(aggregateId, version, hash);
  stretch.link = row.link;
  stretch.to = position;
  if (version === 1) stretch.chains += 1;
}
