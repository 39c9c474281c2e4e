/** One matter as staff read it: columns, names, history, photos, and what they may do. */
import { sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { MatterId, PersonId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { maskName, maskPhone } from '#platform/protection/masks.ts';
import type { Services } from '#platform/services.ts';
import type { getMatter, MatterDetail } from '../contract.ts';
import { lawfulActions } from '../rules/lawful.ts';
import type { Matter } from '../rules/matter.ts';
import { maySee, maySeeComplaints, maySeeReporter } from '../rules/sight.ts';
import { askingOf } from './act.ts';
import { matterColumns, matterFromRow } from './matter-row.ts';
import { photosFrom, photosStatement } from './photos.ts';
import { openReporter } from './reporter.ts';
import { inLocale, named, summaryFromRow } from './summary.ts';
import { timelineFrom, timelineStatement } from './timeline.ts';

type Row = Record<string, unknown>;

export async function detail(
  services: Services,
  context: Context,
  { params }: Input<typeof getMatter>,
): Promise<Outcome<Answer<typeof getMatter>>> {
  const { tenantId } = context;
  const { matterId } = params;
  const [rows, history, photos, related] = await services.database.read(
    tenantId,
    detailStatement(tenantId, matterId),
    timelineStatement(tenantId, matterId),
    photosStatement(tenantId, matterId),
    relatedStatement(tenantId, matterId),
  );
  const row = rows?.rows[0];
  const grants = grantsOf(context.actor);
  if (row === undefined) return refused({ code: 'matter.unknown' });
  const matter = matterFromRow(row);
  if (!maySee(grants, matter)) return refused({ code: 'matter.unknown' });
  const now = instantNow(context.clock);
  return done({
    ...summaryFromRow(row, now, context.locale),
    ...timesOf(matter),
    category: named(matter.categoryId, inLocale(row, 'category_name', context.locale)),
    description: matter.description,
    condition: matter.condition,
    personal: matter.personal,
    place: placeOf(matter, row),
    accused: named(matter.accusedOrganisationId, row['accused_name']),
    mergedInto:
      matter.mergedInto === null
        ? null
        : { id: matter.mergedInto, number: `${row['merged_number'] ?? ''}` },
    callBack: matter.callBack,
    solved: matter.solved,
    satisfaction: matter.satisfaction,
    excluded: matter.excluded,
    reporter: maySeeReporter(grants, matter) ? maskedReporter(services, context, row) : null,
    photos: photosFrom(photos),
    timeline: timelineFrom(history, {
      complaints: maySeeComplaints(personOf(context), grants, matter),
    }),
    related: (related?.rows ?? []) as MatterDetail['related'],
    actions: [...lawfulActions(matter, askingOf(context.actor), now)],
  });
}

function personOf({ actor }: Context): PersonId | undefined {
  return actor.kind === 'person' ? actor.personId : undefined;
}

function timesOf(matter: Matter) {
  const { filedAt, dispatchedAt, acceptedAt, answeredAt, checkedAt, handleDueAt } = matter;
  const { responseDueAt, extensionUntil, reviewOn, reopenUntil } = matter;
  return {
    ...{ filedAt, dispatchedAt, acceptedAt, answeredAt, checkedAt, handleDueAt },
    ...{ responseDueAt, extensionUntil, reviewOn, reopenUntil },
  };
}

function placeOf(matter: Matter, row: Row): MatterDetail['place'] {
  return {
    lng: matter.lng,
    lat: matter.lat,
    exactness: matter.exactness,
    text: matter.placeText,
    areaId: matter.areaId,
    areaName: (row['area_name'] as string | null) ?? '',
    gridId: matter.gridId,
    gridName: (row['grid_name'] as string | null) ?? null,
  };
}

function maskedReporter(services: Services, context: Context, row: Row): MatterDetail['reporter'] {
  const name = row['reporter_name'] as string | null;
  const phone = row['reporter_phone'] as string | null;
  if (name === null && phone === null) return null;
  return {
    ...maskedContact(services, context, { name, phone }),
    forOther: row['reporter_for_other'] === true,
  };
}

/** From the stored, encrypted values; empty where none was left. */
export function maskedContact(
  services: Services,
  context: Context,
  { name, phone }: { readonly name: string | null; readonly phone: string | null },
): { readonly name: string; readonly phone: string } {
  const opened = openReporter(services, context, name, phone);
  return {
    name: opened.name === '' ? '' : maskName(opened.name),
    phone: opened.phone === '' ? '' : maskPhone(opened.phone),
  };
}

function detailStatement(tenantId: TenantId, matterId: MatterId): Statement {
  return compile(sql`
    select ${matterColumns}, c.name as category_name, c.name_en as category_name_en,
      a.name as area_name, o.name as handler_name, x.name as accused_name,
      d.number as merged_number, r.name as reporter_name, r.phone as reporter_phone,
      r.for_other as reporter_for_other,
      g.name as grid_name
    from matters m
    left join categories c on c.tenant_id = ${tenantId} and c.category_id = m.category_id
    left join areas a on a.tenant_id = ${tenantId} and a.area_id = m.area_id
    left join organisations o on o.tenant_id = ${tenantId} and o.organisation_id = m.handler_organisation_id
    left join organisations x on x.tenant_id = ${tenantId} and x.organisation_id = m.accused_organisation_id
    left join matters d on d.tenant_id = ${tenantId} and d.matter_id = m.merged_into
    left join reporters r on r.tenant_id = ${tenantId} and r.reporter_id = m.reporter_id
    left join grids g on g.tenant_id = ${tenantId} and g.grid_id = m.grid_id
    where m.tenant_id = ${tenantId} and m.matter_id = ${matterId}`);
}

/** Duplicates that were joined to it. */
function relatedStatement(tenantId: TenantId, matterId: MatterId): Statement {
  return compile(sql`
    select matter_id as id, number, title, state from matters
    where tenant_id = ${tenantId} and merged_into = ${matterId} order by number limit 50`);
}
