/** The log: every position there, linked, with its event, and as it was sealed. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { logLink } from '#platform/outbox/log-link.ts';
import type { Keys } from '#platform/protection/keys.ts';
import type { Report } from './finding.ts';
import { type LogRow, walkLog } from './log-rows.ts';
import { gatherHeads, type HeadGatherer, type Seal } from './seal.ts';

export interface LogCheck {
  readonly database: Database;
  readonly keys: Keys;
  readonly tenantId: TenantId;
  /** Seals by number, the latest one possibly only known from outside. */
  readonly seals: readonly Seal[];
  readonly report: Report;
}

interface Running {
  position: number;
  chains: number;
  /** Links that the next row may continue: the stored and, where a row was changed, the computed one. */
  links: readonly string[];
  heads: HeadGatherer;
  readonly sealsByEnd: ReadonlyMap<number, Seal>;
  readonly sealsByStart: ReadonlySet<number>;
}

/** @returns the last position of the log */
export async function verifyLog(check: LogCheck): Promise<number> {
  const { database, tenantId, seals, report } = check;
  const running: Running = {
    position: 0,
    chains: 0,
    links: [''],
    heads: gatherHeads(),
    sealsByEnd: new Map(seals.map((seal) => [seal.to, seal])),
    sealsByStart: new Set(seals.map((seal) => seal.from)),
  };
  for await (const row of walkLog(database, tenantId, 0)) step(check, running, row);
  const sealed = Math.max(0, ...seals.map((seal) => seal.to));
  if (sealed > running.position) {
    report({ code: 'log.truncated', position: running.position + 1, toPosition: sealed });
  }
  return running.position;
}

function step(check: LogCheck, running: Running, row: LogRow): void {
  const { report } = check;
  const gap = row.position !== running.position + 1;
  if (gap) {
    report({
      code: 'log.missing',
      position: running.position + 1,
      toPosition: row.position - 1,
    });
  }
  checkLink(check, running, row, gap);
  if (row.version === 1) running.chains += 1;
  if (running.sealsByStart.has(row.position - 1)) running.heads = gatherHeads();
  running.heads.add(row.aggregateId, row.version, row.event?.hash ?? '');
  running.position = row.position;
  const seal = running.sealsByEnd.get(row.position);
  if (seal !== undefined && !isAsSealed(running, row, seal)) {
    report({
      code: 'seal.broken',
      seal: seal.number,
      position: seal.from + 1,
      toPosition: seal.to,
    });
  }
}

function checkLink(check: LogCheck, running: Running, row: LogRow, gap: boolean): void {
  const { keys, tenantId, report } = check;
  const { position, aggregateId, version, event } = row;
  const where = { aggregateType: event?.aggregateType, aggregateId, version, position };
  if (event === undefined) report({ code: 'event.missing', ...where });
  const key = keys.find('audit', tenantId, row.keyId);
  const computed =
    key === undefined || event === undefined
      ? []
      : running.links.map((link) =>
          logLink(key, link, { tenantId, position, aggregateId, version, hash: event.hash }),
        );
  // After a gap the link before is unknown; the event's own chain still speaks.
  if (!gap && event !== undefined && !computed.includes(row.link)) {
    report({ code: 'log.changed', ...where });
  }
  running.links = [row.link, ...computed.slice(0, 1)];
}

function isAsSealed(running: Running, row: LogRow, seal: Seal): boolean {
  return (
    seal.link === row.link &&
    seal.events === row.position &&
    seal.chains === running.chains &&
    seal.heads === running.heads.digest()
  );
}
