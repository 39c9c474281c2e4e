/** The port of platform/http: who asks. What the request may do is known anew each time, so a revocation holds at the next. */
import type { Session, SessionSource } from '#platform/http/session-source.ts';
import type { Access } from './access.ts';
import { findAccountSession, findAccountSessionById } from './account-session.ts';
import { findPersonSession, type PersonSession } from './person-session.ts';

export function sessionSource(access: Access): SessionSource {
  return {
    findSession: async ({ cookies }) => {
      const account = await findAccountSession(access, cookies);
      const person = account && (await findPersonSession(access, account));
      return person && sessionOf(person);
    },
  };
}

/** The session of an open stream as it is now; undefined where it holds no more. */
export async function renewSession(
  access: Access,
  sessionId: string,
): Promise<Session | undefined> {
  const account = await findAccountSessionById(access, sessionId);
  const person = account && (await findPersonSession(access, account));
  return person?.complete ? sessionOf(person) : undefined;
}

function sessionOf({ account, link, tenant, holdings, grants, complete }: PersonSession): Session {
  return {
    sessionId: account.sessionId,
    tenantId: link.tenantId,
    timeZone: tenant.timeZone,
    complete,
    actor: {
      kind: 'person',
      personId: link.personId,
      accountId: account.accountId,
      name: holdings.name,
      grants,
    },
  };
}
