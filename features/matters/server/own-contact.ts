/** The reporter puts name and phone right, or has them erased (PIPL arts. 46, 47); each a step of the reporter's chain. */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { ReporterId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change, Decision } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { correctContact, eraseOwnData } from '../contract.ts';
import type { Matter } from '../rules/matter.ts';
import { contactKept, WORDS_KEPT } from '../rules/own-data.ts';
import { matterAggregate, reporterAggregate } from './aggregates.ts';
import { provenMatter } from './follow.ts';
import { matterColumns, storedMatter } from './matter-row.ts';
import { mattersOfReporter, needingFrom } from './own-data.ts';
import { phoneHashes, plainPhone } from './reporter.ts';

type Correction = CommandInput<typeof correctContact>;
type Erasure = CommandInput<typeof eraseOwnData>;

export async function correctOwnContact(
  services: Services,
  context: Context,
  { body, commandId }: Correction,
): Promise<Outcome<Answer<typeof correctContact>>> {
  const own = await ownReporter(services, context, body.proof);
  if (own === undefined) return refused({ code: 'matter.follow_unknown' });
  return command<Answer<typeof correctContact>>(services, context, {
    id: commandId,
    name: 'matters.correct_contact',
    body,
    opening: [lockReporter(context, own.reporterId), lockMatter(context, own.matter)],
    decide: ([reporters, matters]) =>
      corrected(services, context, body, { reporters, matters, reporterId: own.reporterId }),
  });
}

interface Opened {
  readonly reporters: Rows | undefined;
  readonly matters: Rows | undefined;
  readonly reporterId: ReporterId;
}

function corrected(
  services: Services,
  context: Context,
  { name, phone, shared, version }: Correction['body'],
  { reporters, matters, reporterId }: Opened,
): Outcome<Decision<Answer<typeof correctContact>>> {
  const locked = beforeOf(reporters);
  const row = matters?.rows[0];
  if (locked === undefined || row === undefined) return refused({ code: 'matter.follow_unknown' });
  const conflict = stale(version, locked, { version: locked.version });
  if (conflict !== undefined) return refused(conflict);
  const digits = plainPhone(phone);
  const { protection } = services;
  const { tenantId } = context;
  const change: Change = {
    ...stepOf(reporterId, locked, 'reporter.correct'),
    set: name === '' && digits === '' ? {} : { erasedAt: null },
    protected: {
      ...(name !== '' && { name: protection.protect(tenantId, 'reporters.name', name) }),
      ...(digits !== '' && { phone: protection.protect(tenantId, 'reporters.phone', digits) }),
    },
    ...(digits !== '' && {
      derived: { phoneHash: phoneHashes(services, context, digits)[0] ?? null },
    }),
    details: { what: 'contact' },
  };
  const { matter, auditHead } = storedMatter(row);
  return done({
    answer: { version: locked.version + 1 },
    changes:
      matter.reporterShared === shared
        ? [change]
        : [change, sharing({ matter, auditHead }, shared)],
  });
}

/** Whether the handling unit may see the contact is said of the matter. */
function sharing(
  { matter, auditHead }: { readonly matter: Matter; readonly auditHead: string },
  shared: boolean,
): Change {
  const { type, table, idColumn, authority } = matterAggregate;
  return {
    ...{ type, table, idColumn, authority },
    id: matter.matterId,
    before: { version: matter.version, auditHead },
    kind: 'matter.share',
    set: { reporterShared: shared },
  };
}

export async function eraseHeldData(
  services: Services,
  context: Context,
  { body, commandId }: Erasure,
): Promise<Outcome<Answer<typeof eraseOwnData>>> {
  const own = await ownReporter(services, context, body.proof);
  if (own === undefined) return refused({ code: 'matter.follow_unknown' });
  const { reporterId } = own;
  return command<Answer<typeof eraseOwnData>>(services, context, {
    id: commandId,
    name: 'matters.erase_own_data',
    body,
    opening: [lockReporter(context, reporterId), mattersOfReporter(context, reporterId)],
    decide: ([reporters, matters]) => erased(context, body, { reporters, matters, reporterId }),
  });
}

function erased(
  context: Context,
  { what, version }: Erasure['body'],
  { reporters, matters, reporterId }: Opened,
): Outcome<Decision<Answer<typeof eraseOwnData>>> {
  const locked = beforeOf(reporters);
  if (locked === undefined) return refused({ code: 'matter.follow_unknown' });
  const conflict = stale(version, locked, { version: locked.version });
  if (conflict !== undefined) return refused(conflict);
  const now = instantNow(context.clock);
  const kept = what === 'words' ? WORDS_KEPT : contactKept(needingFrom(matters), now);
  const change: Change =
    kept === null
      ? {
          ...stepOf(reporterId, locked, 'reporter.erase'),
          set: { erasedAt: now },
          // The chain keeps its commitments of what stood here; without key and salt they tell nothing.
          protected: { name: null, phone: null },
          derived: { phoneHash: null },
          details: { what },
        }
      : {
          ...stepOf(reporterId, locked, 'reporter.keep'),
          set: {},
          details: { what, why: kept.why, until: kept.until },
        };
  return done({ answer: { version: locked.version + 1, kept }, changes: [change] });
}

async function ownReporter(
  services: Services,
  context: Context,
  proof: Correction['body']['proof'],
): Promise<{ readonly matter: Matter; readonly reporterId: ReporterId } | undefined> {
  const matter = await provenMatter(services, context, proof);
  if (matter === undefined || matter.reporterId === null) return undefined;
  return { matter, reporterId: matter.reporterId };
}

function lockReporter({ tenantId }: Context, reporterId: ReporterId): Statement {
  return compile(sql`
    select version, audit_head from reporters
    where tenant_id = ${tenantId} and reporter_id = ${reporterId} for update`);
}

function lockMatter({ tenantId }: Context, { matterId }: Matter): Statement {
  return compile(sql`
    select ${matterColumns} from matters m
    where m.tenant_id = ${tenantId} and m.matter_id = ${matterId} for update`);
}

function beforeOf(rows: Rows | undefined) {
  const row = rows?.rows[0];
  if (row === undefined) return undefined;
  return { version: row['version'] as number, auditHead: row['audit_head'] as string };
}

function stepOf(
  id: ReporterId,
  before: NonNullable<Change['before']>,
  kind: string,
): Omit<Change, 'set'> {
  const { type, table, idColumn, authority } = reporterAggregate;
  return { type, table, idColumn, authority, id, before, kind };
}
