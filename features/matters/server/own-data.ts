/** What is held on the reporter of a matter, who looked, and a copy to take away (PIPL arts. 44, 45). */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { ReporterId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { copyOwnData, OwnData, ownData } from '../contract.ts';
import type { Matter } from '../rules/matter.ts';
import { contactKept, type Kept, type Needing } from '../rules/own-data.ts';
import { maskedContact } from './detail.ts';
import { follow, provenMatter } from './follow.ts';

type Row = Readonly<Record<string, unknown>>;

export async function readOwnData(
  services: Services,
  context: Context,
  { body }: Pick<Input<typeof ownData>, 'body'>,
): Promise<Outcome<Answer<typeof ownData>>> {
  const matter = await provenMatter(services, context, body);
  if (matter === undefined || matter.reporterId === null) {
    return refused({ code: 'matter.follow_unknown' });
  }
  return done(await heldOn(services, context, matter, matter.reporterId));
}

async function heldOn(
  services: Services,
  context: Context,
  matter: Matter,
  reporterId: ReporterId,
): Promise<OwnData> {
  const { tenantId } = context;
  const [contact, needing, readings, requests] = await services.database.read(
    tenantId,
    compile(sql`
      select version, name, phone, erased_at from reporters
      where tenant_id = ${tenantId} and reporter_id = ${reporterId}`),
    mattersOfReporter(context, reporterId),
    compile(sql`
      select l.read_at, l.purpose, l.fields, p.title, o.name as organisation
      from access_log l
      left join posts p on p.tenant_id = ${tenantId} and p.post_id = l.post_id
      left join organisations o on o.tenant_id = ${tenantId} and o.organisation_id = p.organisation_id
      where l.tenant_id = ${tenantId} and l.subject_id = ${reporterId}
      order by l.read_at desc, l.access_id desc limit 500`),
    compile(sql`
      select kind, recorded_at, details from audit_events
      where tenant_id = ${tenantId} and aggregate_id = ${reporterId} and version > 1
      order by version desc limit 200`),
  );
  const row = contact?.rows[0] ?? {};
  const { name, phone } = maskedContact(services, context, {
    name: row['name'] as string | null,
    phone: row['phone'] as string | null,
  });
  const { lng, lat } = matter;
  return {
    version: row['version'] as number,
    name,
    phone,
    shared: matter.reporterShared,
    erasedAt: row['erased_at'] as string | null,
    point: lng === null || lat === null ? null : { lng, lat },
    contactKept: contactKept(needingFrom(needing), instantNow(context.clock)),
    readings: (readings?.rows ?? []).map(readingFrom),
    requests: (requests?.rows ?? []).flatMap(requestFrom),
  };
}

/** Every matter the contact may be needed for. */
export function mattersOfReporter({ tenantId }: Context, reporterId: ReporterId): Statement {
  return compile(sql`
    select state, reopen_until from matters
    where tenant_id = ${tenantId} and reporter_id = ${reporterId}`);
}

export function needingFrom(rows: Rows | undefined): readonly Needing[] {
  return (rows?.rows ?? []).map((row) => ({
    state: row['state'] as Needing['state'],
    reopenUntil: row['reopen_until'] as string | null,
  }));
}

/** The office and the post, never the person: see ADR 0019. */
function readingFrom(row: Row): OwnData['readings'][number] {
  return {
    at: row['read_at'] as string,
    purpose: row['purpose'] as OwnData['readings'][number]['purpose'],
    fields: row['fields'] as string[],
    organisation: (row['organisation'] as string | null) ?? '',
    post: (row['title'] as string | null) ?? '',
  };
}

const REQUESTS: Readonly<Record<string, OwnData['requests'][number]['kind']>> = {
  'reporter.correct': 'corrected',
  'reporter.erase': 'erased',
  'reporter.keep': 'kept',
};

function requestFrom(row: Row): OwnData['requests'] {
  const kind = REQUESTS[row['kind'] as string];
  if (kind === undefined) return [];
  const told: unknown = row['details'];
  const details = (typeof told === 'string' ? JSON.parse(told) : told) as {
    readonly what?: OwnData['requests'][number]['what'];
    readonly why?: Kept['why'];
    readonly until?: string | null;
  } | null;
  const { what = 'contact', why, until = null } = details ?? {};
  const kept = why === undefined ? null : { why, until };
  return [{ at: row['recorded_at'] as string, kind, what, kept }];
}

/** In the clear, for whoever proves to be the reporter; the reading is logged like any other. */
export async function copyHeldData(
  services: Services,
  context: Context,
  input: CommandInput<typeof copyOwnData>,
): Promise<Outcome<Answer<typeof copyOwnData>>> {
  const matter = await provenMatter(services, context, input.body);
  if (matter === undefined || matter.reporterId === null) {
    return refused({ code: 'matter.follow_unknown' });
  }
  const { tenantId } = context;
  const { reporterId } = matter;
  const revealed = await services.accessLog.reveal(context, {
    purpose: 'own_data',
    subjectType: 'reporter',
    subjectId: reporterId,
    select: compile(sql`
      select name, phone from reporters
      where tenant_id = ${tenantId} and reporter_id = ${reporterId}`),
    fields: { name: 'reporters.name', phone: 'reporters.phone' },
  });
  const followed = await follow(services, context, input);
  if (!followed.ok) return followed;
  return done({
    copiedAt: instantNow(context.clock),
    contact: { name: revealed?.values['name'] ?? '', phone: revealed?.values['phone'] ?? '' },
    matter: followed.value,
    data: await heldOn(services, context, matter, reporterId),
  });
}
