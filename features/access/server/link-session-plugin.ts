/** A server-only call of better-auth that begins a session for a proven link. */
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

export function linkSession() {
  return {
    id: 'lianxin-link',
    endpoints: {
      beginLinkSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ accountId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId);
          if (!user) throw new APIError('UNAUTHORIZED');
          const session = await ctx.context.internalAdapter.createSession(user.id, false, {
            begunBy: 'link',
          });
          await setSessionCookie(ctx, { session, user });
          return { sessionId: session.id };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
