/** What every screen of the desk begins with, asked while the desk itself is still being made. */
import type { QueryClient } from '@tanstack/react-query';
import { completeSession, whoAmI } from '#features/access/web/public.ts';
import { readFirst } from '#features/matters/web/public.ts';
import { readAhead } from '#ui/client/use-read.ts';

export async function askFirst(client: QueryClient): Promise<void> {
  const session = completeSession(await readAhead(client, whoAmI, {}));
  if (session !== undefined) await readFirst(client, session);
}
