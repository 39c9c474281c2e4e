/** What the tenant's own place is: its names, its areas, whether it is a demonstration. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useSession } from '#features/access/web/public.ts';
import { publicCategories } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';

const AN_HOUR = 3_600_000;

export function usePlace(): UseQueryResult<Answer<typeof publicCategories>> {
  const { tenant } = useSession();
  return useRead(publicCategories, { params: { tenant: tenant.slug } }, { fresh: AN_HOUR });
}
