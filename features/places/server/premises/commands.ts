/** Beginning, renaming and ending buildings, entrances and rooms. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { PremiseId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import { type addPremises, type endPremise, KEEPERS, type renamePremise } from '../../contract.ts';
import { ESTATE_KINDS, kindsBelow } from '../../rules/premises/kinds.ts';
import { MOST_AT_ONCE, sortKeyOf } from '../../rules/premises/names.ts';
import { PREMISE } from '../aggregates.ts';
import { begun, lockPremise, type PremiseRow, type SiteRow } from './rows.ts';

const NAME_TAKEN = { premises_name_key: { code: 'premise.name_taken', field: 'name' } } as const;

export function add(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof addPremises>,
): Promise<Outcome<Answer<typeof addPremises>>> {
  const { siteId, aboveId, kind, items } = body;
  const { tenantId } = context;
  return command(services, context, {
    id: commandId,
    name: 'places.add_premises',
    body,
    opening: [
      compile(sql`
        select site_id, area_path, kind from sites
        where tenant_id = ${tenantId} and site_id = ${siteId} and to_day is null
        ${aboveId === null ? sql`for update` : sql``}`),
      ...(aboveId === null ? [] : [lockPremise(context, aboveId)]),
    ],
    onConstraint: NAME_TAKEN,
    decide: ([sites, found]) => {
      const [site] = rowsAs<SiteRow>(sites);
      const [above] = rowsAs<PremiseRow>(found);
      const isThere = site !== undefined && ESTATE_KINDS.some((one) => one === site.kind);
      if (!isThere || (aboveId !== null && above?.siteId !== siteId))
        return refused({ code: 'premise.unknown', field: 'aboveId' });
      if (!reaches(context.actor, site.areaPath, ...KEEPERS))
        return refused({ code: 'access.not_allowed', field: 'siteId' });
      if (!kindsBelow(above?.kind ?? 'site').includes(kind))
        return refused({ code: 'premise.kind', field: 'kind' });
      if (new Set(items.map(({ name }) => name)).size !== items.length)
        return refused({ code: 'premise.name_taken', field: 'name' });
      const fromDay = legalDay(context.clock.now(), context.timeZone);
      const made = items.map(({ name, floor }) => ({
        premiseId: context.ids.next<PremiseId>(),
        kind,
        name,
        floor: kind === 'room' ? floor : null,
        fromDay,
      }));
      return done({
        answer: { premiseIds: made.map(({ premiseId }) => premiseId) },
        changes: made.map((one) => begun(one, site, above)),
      });
    },
  });
}

export function rename(
  services: CommandServices,
  context: Context,
  { params: { premiseId }, body, commandId }: CommandInput<typeof renamePremise>,
): Promise<Outcome<Answer<typeof renamePremise>>> {
  return command(services, context, {
    id: commandId,
    name: 'places.rename_premise',
    body: { premiseId, ...body },
    opening: [lockPremise(context, premiseId)],
    onConstraint: NAME_TAKEN,
    decide: ([found]) => {
      const own = ownPremise(context, found, body.version);
      if (!own.ok) return own;
      const { version, auditHead, kind } = own.value;
      return done({
        answer: { version: version + 1 },
        changes: [
          {
            ...PREMISE,
            id: premiseId,
            before: { version, auditHead },
            kind: 'premise.renamed',
            set: {
              name: body.name,
              sortKey: sortKeyOf(body.name),
              floor: kind === 'room' ? body.floor : null,
            },
          },
        ],
      });
    },
  });
}

/** Ends it from today on, with all that stands in it. */
export function end(
  services: CommandServices,
  context: Context,
  { params: { premiseId }, body, commandId }: CommandInput<typeof endPremise>,
): Promise<Outcome<Answer<typeof endPremise>>> {
  const { tenantId } = context;
  return command(services, context, {
    id: commandId,
    name: 'places.end_premise',
    body: { premiseId, ...body },
    opening: [
      lockPremise(context, premiseId),
      compile(sql`
        select premise_id, version, audit_head from premises
        where tenant_id = ${tenantId} and to_day is null
          and (building_id = ${premiseId} or parent_id = ${premiseId})
        order by premise_id limit ${MOST_AT_ONCE + 1} for update`),
    ],
    decide: ([found, below]) => {
      const own = ownPremise(context, found, body.version);
      if (!own.ok) return own;
      const inside = rowsAs<PremiseRow>(below);
      if (inside.length > MOST_AT_ONCE)
        return refused({ code: 'premise.too_many', detail: { most: MOST_AT_ONCE } });
      const toDay = legalDay(context.clock.now(), context.timeZone);
      return done({
        answer: { ended: inside.length + 1 },
        changes: [own.value, ...inside].map((one) => ({
          ...PREMISE,
          id: one.premiseId,
          before: { version: one.version, auditHead: one.auditHead },
          kind: 'premise.ended',
          set: { toDay },
        })),
      });
    },
  });
}

/** The premise, where it is there, in reach of who keeps premises, and as the person saw it. */
function ownPremise(
  { actor }: Context,
  found: Rows | undefined,
  seen: number,
): Outcome<PremiseRow> {
  const [own] = rowsAs<PremiseRow>(found);
  if (own === undefined) return refused({ code: 'premise.unknown' });
  if (!reaches(actor, own.areaPath, ...KEEPERS)) return refused({ code: 'access.not_allowed' });
  const old = stale(seen, own, { version: own.version, name: own.name });
  return old ? refused(old) : done(own);
}
