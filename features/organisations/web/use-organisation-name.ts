/** The name of an organisation whose id stands in an address. */
import type { OrganisationId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { getOrganisation } from '../contract.ts';

const AN_HOUR = 3_600_000;

export function useOrganisationName(organisationId: string | undefined): string | undefined {
  const read = useRead(
    getOrganisation,
    { params: { organisationId: (organisationId ?? '') as OrganisationId } },
    { fresh: AN_HOUR, enabled: organisationId !== undefined },
  );
  return read.data?.name;
}
