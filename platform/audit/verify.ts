/** Verifies one tenant: seals, log, chains, rows (design 3.4). Reads only; may run while people work. */
import type { TenantId } from '#kernel/ids.ts';
import type { AggregateTable } from '#platform/command/change.ts';
import type { Database } from '#platform/database/database.ts';
import type { Keys } from '#platform/protection/keys.ts';
import type { Protection } from '#platform/protection/protection.ts';
import { type StoredEvent, walkEvents } from './event-rows.ts';
import type { Finding, Report } from './finding.ts';
import { type Folded, fold } from './fold.ts';
import type { SealKeys } from './seal.ts';
import type { SealFiles } from './seal-file.ts';
import { readSeals } from './seal-rows.ts';
import { verifyChain } from './verify-chain.ts';
import { verifyLog } from './verify-log.ts';
import {
  findUnexplained,
  prepareTable,
  readAgain,
  type TableCheck,
  verifyRows,
} from './verify-rows.ts';
import { verifySeals } from './verify-seals.ts';

export interface VerifyServices {
  readonly database: Database;
  readonly keys: Keys;
  readonly protection: Protection;
  readonly sealKeys: SealKeys;
  readonly sealFiles: SealFiles;
  /** Every aggregate's table, by the features that own them. */
  readonly aggregates: readonly AggregateTable[];
}

export interface Verification {
  readonly tenantId: string;
  readonly events: number;
  readonly aggregates: number;
  readonly seals: number;
  /** Proven up to this position; 0 where nothing was sealed. */
  readonly sealedTo: number;
  readonly sealedAt: string | undefined;
  /** The window not yet sealed: reported, not proven. */
  readonly unsealed: { readonly positions: number; readonly waiting: number };
  readonly findings: readonly Finding[];
  /** More were found than are listed. */
  readonly more: number;
}

/** Findings listed at most: a broken table would fill the memory. */
const MOST = 1000;
/** Aggregates whose rows are compared in one statement. */
const GROUP = 200;

export async function verifyTenant(
  services: VerifyServices,
  tenantId: TenantId,
): Promise<Verification> {
  const { database, keys, sealKeys, sealFiles } = services;
  const findings: Finding[] = [];
  let more = 0;
  const report: Report = (finding) => {
    if (findings.length < MOST) findings.push({ ...finding, tenantId });
    else more += 1;
  };
  const outside = await sealFiles.find(tenantId);
  const seals = await readSeals(database, tenantId);
  verifySeals(sealKeys, seals, outside, report);
  const latest = seals.some((seal) => seal.number === outside?.number) ? undefined : outside;
  const known = latest === undefined ? seals : [...seals, latest];
  const position = await verifyLog({ database, keys, tenantId, seals: known, report });
  const counts = await verifyAggregates(services, tenantId, report);
  const last = known.at(-1);
  return {
    tenantId,
    ...counts.counted,
    seals: seals.length,
    sealedTo: last?.to ?? 0,
    sealedAt: last?.sealedAt,
    unsealed: { positions: Math.max(0, position - (last?.to ?? 0)), waiting: counts.waiting },
    findings,
    more,
  };
}

interface Counts {
  readonly counted: { events: number; aggregates: number };
  waiting: number;
}

async function verifyAggregates(
  services: VerifyServices,
  tenantId: TenantId,
  report: Report,
): Promise<Counts> {
  const counts: Counts = { counted: { events: 0, aggregates: 0 }, waiting: 0 };
  const tables = await prepareTables(services, tenantId);
  let group: Folded[] = [];
  for await (const events of chains(services.database, tenantId)) {
    counts.counted.aggregates += 1;
    counts.counted.events += events.length;
    counts.waiting += events.filter((event) => event.waiting).length;
    // A changed event was named; what its row should be is then unknown.
    const folded = verifyChain(services.keys, events, report) ? fold(events) : undefined;
    if (folded !== undefined) group.push(folded);
    if (group.length === GROUP) {
      await compareGroup(services, tenantId, { tables, group, report });
      group = [];
    }
  }
  await compareGroup(services, tenantId, { tables, group, report });
  for (const { table } of tables.values()) {
    await findUnexplained({ ...services, tenantId, report }, table);
  }
  return counts;
}

async function prepareTables(
  { database, aggregates }: VerifyServices,
  tenantId: TenantId,
): Promise<ReadonlyMap<string, TableCheck>> {
  const tables = new Map<string, TableCheck>();
  for (const table of aggregates) {
    tables.set(table.type, await prepareTable(database, tenantId, table));
  }
  return tables;
}

/** Events grouped by aggregate. */
async function* chains(
  database: Database,
  tenantId: TenantId,
): AsyncGenerator<readonly StoredEvent[]> {
  let chain: StoredEvent[] = [];
  for await (const event of walkEvents(database, tenantId)) {
    if (chain[0] !== undefined && chain[0].head.aggregateId !== event.head.aggregateId) {
      yield chain;
      chain = [];
    }
    chain.push(event);
  }
  if (chain.length > 0) yield chain;
}

interface Group {
  readonly tables: ReadonlyMap<string, TableCheck>;
  readonly group: readonly Folded[];
  readonly report: Report;
}

/** Rows that commands moved on while we read are read again, until they hold still. */
async function compareGroup(
  services: VerifyServices,
  tenantId: TenantId,
  { tables, group, report }: Group,
): Promise<void> {
  const check = { ...services, tenantId, report };
  for (const [type, alike] of Map.groupBy(group, ({ aggregateType }) => aggregateType)) {
    const prepared = tables.get(type);
    if (prepared === undefined) {
      for (const { aggregateId, version } of alike) {
        report({ code: 'row.missing', aggregateType: type, aggregateId, version });
      }
      continue;
    }
    let left: readonly Folded[] = alike;
    while (left.length > 0) {
      const moved = await verifyRows(check, prepared, left);
      const again: Folded[] = [];
      for (const one of moved) {
        const folded = await readAgain(check, prepared, one);
        if (folded !== undefined) again.push(folded);
      }
      left = again;
    }
  }
}
