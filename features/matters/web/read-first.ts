/** What of matters stands on every screen of the desk: the counts beside the navigation, and the place. */
import type { QueryClient } from '@tanstack/react-query';
import { carries, type Session } from '#features/access/web/public.ts';
import { publicCategories, todayMatters } from '#features/matters/contract.ts';
import type { Role } from '#kernel/role.ts';
import { readAhead } from '#ui/client/use-read.ts';

const STAFF = todayMatters.audience as readonly Role[];

/** Asks for it all at once, before any screen does. */
export async function readFirst(client: QueryClient, session: Session): Promise<void> {
  await Promise.all([
    readAhead(client, publicCategories, { params: { tenant: session.tenant.slug } }),
    carries(session, STAFF) && readAhead(client, todayMatters, {}),
  ]);
}
