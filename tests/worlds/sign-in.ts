/** Signs people of the district in and answers their cookies. */
import type { FastifyInstance } from 'fastify';
import { sure } from '#demo/founding.ts';
import { type Access, makeAccount, makeSignInLink } from '#features/access/server/public.ts';
import type { PersonId, TenantId } from '#kernel/ids.ts';

export async function signIn(
  { app, access }: { readonly app: FastifyInstance; readonly access: Access },
  tenantId: TenantId,
  personId: PersonId,
): Promise<string> {
  const { accountId } = await sure(
    makeAccount(access, { tenantId, personId, madeBy: 'system:test' }),
  );
  const { token } = await makeSignInLink(access, accountId, 'system:test');
  const answer = await app.inject({
    method: 'POST',
    url: '/api/access/sign-in-link',
    headers: { 'idempotency-key': access.services.ids.next() },
    payload: { token },
  });
  if (answer.statusCode !== 200) throw new Error(`not signed in: ${answer.body}`);
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
