/** An organisation that the records of another system name and nobody has founded here yet. */
import type { Context } from '#kernel/context.ts';
import type { AreaId, OrganisationId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import { pathUnder } from '../rules/organisation.ts';
import { ORGANISATION } from './aggregates.ts';

export interface NamedOrganisation {
  /** As the records write it. */
  readonly name: string;
  readonly area: { readonly areaId: AreaId; readonly areaPath: string };
  /** Legal day of the first record that names it. */
  readonly seenOn: string;
}

/** A department at the top of the tree; whoever knows more moves and renames it. */
export function foundingOf(
  context: Context,
  { name, area, seenOn }: NamedOrganisation,
): { readonly organisationId: OrganisationId; readonly change: Change } {
  const organisationId = context.ids.next<OrganisationId>();
  const set = {
    parentId: null,
    path: pathUnder(undefined, organisationId),
    kind: 'department',
    name,
    code: null,
    creditCode: null,
    areaId: area.areaId,
    areaPath: area.areaPath,
    openedOn: seenOn,
    closedOn: null,
  };
  return {
    organisationId,
    change: { ...ORGANISATION, id: organisationId, kind: 'organisation.created', set },
  };
}
