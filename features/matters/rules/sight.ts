/**
 * Who sees a matter. The same as the filter in SQL (`server/sight.ts`), which a
 * property test holds against this function.
 */
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';

/** Roles that see the matters of their area. Administrators are none of them. */
export const TERRITORY_ROLES = [
  'intake',
  'dispatcher',
  'checker',
  'grid_worker',
  'supervisor',
  'leader',
] as const satisfies readonly Role[];

export interface Seen {
  readonly areaPath: string;
  readonly handlerOrganisationId: OrganisationId | null;
  readonly accusedOrganisationId: OrganisationId | null;
}

/** Whether somebody with these grants sees the matter; the unit it accuses never does. */
export function maySee(grants: readonly Grant[], matter: Seen): boolean {
  if (grants.some((grant) => grant.organisationId === matter.accusedOrganisationId)) return false;
  return grants.some((grant) =>
    grant.role === 'handler'
      ? grant.organisationId === matter.handlerOrganisationId
      : isTerritorial(grant.role) && matter.areaPath.startsWith(grant.areaPath),
  );
}

/** Whether the reporter's name may be asked for: intake and supervision, the handler where it was agreed. */
export function maySeeReporter(
  grants: readonly Grant[],
  matter: Seen & { readonly reporterShared: boolean },
): boolean {
  return seesReporterUnder(grants, matter) !== undefined;
}

/** The grant under which the reporter's name may be asked for; written down with the reading. */
export function seesReporterUnder(
  grants: readonly Grant[],
  matter: Seen & { readonly reporterShared: boolean },
): Grant | undefined {
  if (!maySee(grants, matter)) return undefined;
  return grants.find((grant) =>
    grant.role === 'handler'
      ? matter.reporterShared && grant.organisationId === matter.handlerOrganisationId
      : (grant.role === 'intake' || grant.role === 'supervisor') &&
        matter.areaPath.startsWith(grant.areaPath),
  );
}

/** Whether complaints about the handling are shown: to supervision and leaders of the area who had no part in it. */
export function maySeeComplaints(
  personId: PersonId | undefined,
  grants: readonly Grant[],
  matter: Seen & {
    readonly handledByPersons: readonly PersonId[];
    readonly handledByOrganisations: readonly OrganisationId[];
  },
): boolean {
  if (personId === undefined || matter.handledByPersons.includes(personId)) return false;
  return grants.some(
    (grant) =>
      hearsComplaints(grant.role) &&
      matter.areaPath.startsWith(grant.areaPath) &&
      !matter.handledByOrganisations.includes(grant.organisationId),
  );
}

export function hearsComplaints(role: Role): boolean {
  return role === 'supervisor' || role === 'leader';
}

export function isTerritorial(role: Role): boolean {
  return (TERRITORY_ROLES as readonly Role[]).includes(role);
}
