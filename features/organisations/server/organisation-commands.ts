/** Beginning, renaming and ending organisations, and saying how residents reach them. */

import { creditCode } from '#kernel/codes/credit-code.ts';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Change } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type {
  changeContact,
  closeOrganisation,
  createOrganisation,
  renameOrganisation,
} from '../contract.ts';
import { mayCarryCreditCode, type OrganisationKind } from '../rules/kinds.ts';
import { mayClose, mayStandUnder, type Organisation, pathUnder } from '../rules/organisation.ts';
import { ORGANISATION } from './aggregates.ts';
import { first, organisationOf } from './rows.ts';
import { findArea, lockOrganisation, stillOpen } from './statements.ts';
import { today } from './today.ts';

const NOWHERE = '00000000-0000-0000-0000-000000000000' as OrganisationId;

const TAKEN: Readonly<Record<string, Refusal>> = {
  organisations_code_key: { code: 'organisation.code_taken', field: 'code' },
  organisations_credit_code_key: { code: 'organisation.code_taken', field: 'creditCode' },
};

export function create(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof createOrganisation>,
): Promise<Outcome<Answer<typeof createOrganisation>>> {
  const { tenantId, ids } = context;
  return command(services, context, {
    id: commandId,
    name: 'organisations.create',
    body,
    opening: [
      lockOrganisation(tenantId, body.parentId ?? NOWHERE),
      findArea(tenantId, body.areaId),
    ],
    onConstraint: TAKEN,
    decide: ([parents, areas]) => {
      const place = placeOf(context, body.parentId, parents, areas);
      if (!place.ok) return place;
      const credit = creditOf(body.kind, body.creditCode);
      if (!credit.ok) return credit;
      const organisationId = ids.next<OrganisationId>();
      const { parent, areaPath } = place.value;
      const set = {
        parentId: body.parentId ?? null,
        path: pathUnder(parent, organisationId),
        kind: body.kind,
        name: body.name,
        code: body.code ?? null,
        creditCode: credit.value,
        areaId: body.areaId,
        areaPath,
        openedOn: body.openedOn ?? today(context),
        closedOn: null,
        sourceDigest: null,
      };
      return done({
        answer: { organisationId, version: 1 },
        changes: [{ ...ORGANISATION, id: organisationId, kind: 'organisation.created', set }],
      });
    },
  });
}

interface Place {
  readonly parent: Organisation | undefined;
  readonly areaPath: string;
}

/** Parent and area, both there and both in the actor's reach. */
function placeOf(
  context: Context,
  parentId: OrganisationId | undefined,
  parents: Rows | undefined,
  areas: Rows | undefined,
): Outcome<Place> {
  const parent = first(parents, organisationOf);
  if (parentId && !parent) return refused({ code: 'organisation.unknown', field: 'parentId' });
  const standing = mayStandUnder(parent);
  if (!standing.ok) return standing;
  const areaPath = areaPathOf(areas);
  if (areaPath === undefined)
    return refused({ code: 'organisation.area_unknown', field: 'areaId' });
  if (!reaches(context.actor, areaPath, 'system_admin')) {
    return refused({ code: 'access.not_allowed', field: 'areaId' });
  }
  if (parent && !reaches(context.actor, parent.areaPath, 'system_admin')) {
    return refused({ code: 'access.not_allowed', field: 'parentId' });
  }
  return done({ parent, areaPath });
}

export function areaPathOf(areas: Rows | undefined): string | undefined {
  return first(areas, (row) => String(row['area_path']));
}

function creditOf(kind: OrganisationKind, given: string | undefined): Outcome<string | null> {
  if (given === undefined || given.trim() === '') return done(null);
  const code = creditCode(given);
  return code.ok && mayCarryCreditCode(kind)
    ? code
    : refused({ code: 'organisation.credit_code', field: 'creditCode' });
}

export function rename(
  services: CommandServices,
  context: Context,
  input: CommandInput<typeof renameOrganisation>,
): Promise<Outcome<Answer<typeof renameOrganisation>>> {
  const { name } = input.body;
  return changeOpen(services, context, input, {
    name: 'organisations.rename',
    kind: 'organisation.renamed',
    set: { name },
  });
}

export function tellContact(
  services: CommandServices,
  context: Context,
  input: CommandInput<typeof changeContact>,
): Promise<Outcome<Answer<typeof changeContact>>> {
  const { phone = null, address = null, hours = null } = input.body;
  return changeOpen(services, context, input, {
    name: 'organisations.change_contact',
    kind: 'organisation.contact_changed',
    set: { phone, address, hours },
  });
}

type OnOrganisation = CommandInput<typeof renameOrganisation | typeof changeContact>;

/** Sets something of an organisation that is still there. */
function changeOpen(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: OnOrganisation,
  { name, kind, set }: { readonly name: string } & Pick<Change, 'kind' | 'set'>,
): Promise<Outcome<{ readonly version: number }>> {
  return command(services, context, {
    id: commandId,
    name,
    body: { ...params, ...body },
    opening: [lockOrganisation(context.tenantId, params.organisationId)],
    decide: ([found]) => {
      const own = ownOrganisation(context, found, body.version);
      if (!own.ok) return own;
      if (own.value.closedOn) return refused({ code: 'organisation.closed' });
      return changed(own.value, kind, set);
    },
  });
}

export function close(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof closeOrganisation>,
): Promise<Outcome<Answer<typeof closeOrganisation>>> {
  const { tenantId } = context;
  const on = body.on ?? today(context);
  return command(services, context, {
    id: commandId,
    name: 'organisations.close',
    body: { ...params, ...body },
    opening: [
      lockOrganisation(tenantId, params.organisationId),
      stillOpen(tenantId, params.organisationId, on),
    ],
    decide: ([found, counted]) => {
      const own = ownOrganisation(context, found, body.version);
      if (!own.ok) return own;
      const open = first(counted, (row) => ({
        children: Number(row['children']),
        holders: Number(row['holders']),
      }));
      const allowed = mayClose(own.value, open ?? { children: 0, holders: 0 });
      if (!allowed.ok) return allowed;
      return changed(own.value, 'organisation.closed', { closedOn: on });
    },
  });
}

/** The organisation, where it is there, in reach and as the person saw it. */
function ownOrganisation(
  context: Context,
  found: Rows | undefined,
  seen: number,
): Outcome<Organisation> {
  const organisation = first(found, organisationOf);
  if (!organisation) return refused({ code: 'organisation.unknown' });
  if (!reaches(context.actor, organisation.areaPath, 'system_admin')) {
    return refused({ code: 'access.not_allowed' });
  }
  const { auditHead: _, ...present } = organisation;
  const old = stale(seen, organisation, present);
  return old ? refused(old) : done(organisation);
}

function changed(organisation: Organisation, kind: string, set: Change['set']) {
  const { organisationId: id, version, auditHead } = organisation;
  return done({
    answer: { version: version + 1 },
    changes: [{ ...ORGANISATION, id, before: { version, auditHead }, kind, set }],
  });
}
