/** The reporter's own view, by number and phone or key; and what the reporter may do. */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { actAsReporter, FollowedMatter, followMatter } from '../contract.ts';
import { lawfulActions } from '../rules/lawful.ts';
import type { Matter } from '../rules/matter.ts';
import { urgency } from '../rules/urgency.ts';
import { act } from './act.ts';
import { matterColumns, matterFromRow } from './matter-row.ts';
import { photosFrom, photosStatement } from './photos.ts';
import { followHash, phoneHashes, plainPhone } from './reporter.ts';
import { inLocale } from './summary.ts';
import { timelineFrom, timelineStatement } from './timeline.ts';

type Proof = Input<typeof followMatter>['body'];
type Row = Record<string, unknown>;

export async function follow(
  services: Services,
  context: Context,
  { body }: Input<typeof followMatter>,
): Promise<Outcome<Answer<typeof followMatter>>> {
  const proven = await provenRow(services, context, body);
  if (proven === undefined) return refused({ code: 'matter.follow_unknown' });
  const matter = matterFromRow(proven);
  const [history, photos] = await services.database.read(
    context.tenantId,
    timelineStatement(context.tenantId, matter.matterId),
    photosStatement(context.tenantId, matter.matterId),
  );
  const now = instantNow(context.clock);
  return done({
    ...publicColumns(matter, proven, context),
    urgency: urgency(matter, now),
    photos: photosFrom(photos),
    timeline: timelineFrom(history, { complaints: true })
      .filter((entry) => entry.told)
      .map(({ kind, at, organisation, text, detail }) => ({
        kind,
        at,
        // Of a hand-over the reporter wants to know to whom.
        organisation: typeof detail['to'] === 'string' ? detail['to'] : organisation,
        text,
      })),
    actions: [...lawfulActions(matter, { kind: 'reporter' }, now)],
  });
}

export async function actForReporter(
  services: Services,
  context: Context,
  { body, commandId }: CommandInput<typeof actAsReporter>,
): Promise<Outcome<Answer<typeof actAsReporter>>> {
  const proven = await provenRow(services, context, body.proof);
  if (proven === undefined) return refused({ code: 'matter.follow_unknown' });
  const outcome = await act(services, context, {
    commandId,
    matterId: matterFromRow(proven).matterId,
    version: body.version,
    input: body.input,
    asking: { kind: 'reporter' },
  });
  return outcome.ok
    ? done({ version: outcome.value.version, state: outcome.value.state })
    : outcome;
}

function publicColumns(
  matter: Matter,
  row: Row,
  context: Context,
): Omit<FollowedMatter, 'urgency' | 'photos' | 'timeline' | 'actions'> {
  return {
    number: matter.number,
    version: matter.version,
    title: matter.title,
    description: matter.description,
    state: matter.state,
    placeText: matter.placeText,
    areaName: (row['area_name'] as string | null) ?? '',
    categoryName: inLocale(row, 'category_name', context.locale),
    handlerName: (row['handler_name'] as string | null) ?? '',
    reportedAt: matter.reportedAt,
    dueAt: matter.handleDueAt ?? matter.dueAt,
    reviewOn: matter.reviewOn,
    closedAt: matter.closedAt,
    reopenUntil: matter.reopenUntil,
    solved: matter.solved,
    satisfaction: matter.satisfaction,
    forOther: row['for_other'] === true,
    complaintAt: matter.complaintAt,
    mergedIntoNumber: (row['merged_number'] as string | null) ?? null,
  };
}

/** The matter whose reporter this proof shows, if any. */
export async function provenMatter(
  services: Services,
  context: Context,
  proof: Proof,
): Promise<Matter | undefined> {
  const row = await provenRow(services, context, proof);
  return row && matterFromRow(row);
}

/** The matter of this number where phone or key prove the reporter; every other case looks the same. */
async function provenRow(
  services: Services,
  context: Context,
  { number, phone, key }: Proof,
): Promise<Row | undefined> {
  const { tenantId } = context;
  const digits = plainPhone(phone);
  const proofs = [
    ...(digits.length >= 7
      ? [sql`r.phone_hash in (${sql.join(phoneHashes(services, context, digits))})`]
      : []),
    ...(key.length >= 8 ? [sql`r.follow_hash = ${followHash(key)}`] : []),
  ];
  if (proofs.length === 0) return undefined;
  const [rows] = await services.database.read(
    tenantId,
    compile(sql`
      select ${matterColumns}, c.name as category_name, c.name_en as category_name_en,
        a.name as area_name, o.name as handler_name, d.number as merged_number, r.for_other
      from matters m
      join reporters r on r.tenant_id = ${tenantId} and r.reporter_id = m.reporter_id
      left join categories c on c.tenant_id = ${tenantId} and c.category_id = m.category_id
      left join areas a on a.tenant_id = ${tenantId} and a.area_id = m.area_id
      left join organisations o on o.tenant_id = ${tenantId} and o.organisation_id = m.handler_organisation_id
      left join matters d on d.tenant_id = ${tenantId} and d.matter_id = m.merged_into
      where m.tenant_id = ${tenantId} and m.number = ${number} and (${sql.join(proofs, sql` or `)})`),
  );
  return rows?.rows[0];
}
