/** The session of a request, from the accounts' schema alone: one statement; the touch only when it is due. */
import type { Statement } from '#platform/database/database.ts';
import { type SessionPolicy, sessionLives, touchIsDue } from '../rules/session-life.ts';
import type { Access } from './access.ts';
import { type Cookies, tokenOfRequest } from './session-cookie.ts';
import { type AccountSession, readSession } from './session-rows.ts';
import { tokenHash } from './token.ts';

/** The session that the cookies name, if it holds at this moment. */
export async function findAccountSession(
  access: Access,
  cookies: Cookies,
): Promise<AccountSession | undefined> {
  const token = await tokenOfRequest(access.library, cookies);
  if (!token) return undefined;
  const hash = tokenHash(token);
  const found = await access.findSession(hash);
  const now = access.services.clock.now();
  const session = found && sessionLives(found, now, access.session) ? found : undefined;
  if (session && touchIsDue(session, now, access.session)) await touch(access, hash, now);
  return session;
}

/** The session of that id, if it still holds: for streams that stay open longer than a request. */
export async function findAccountSessionById(
  access: Access,
  sessionId: string,
): Promise<AccountSession | undefined> {
  const { database, clock } = access.services;
  const session = await readSession(database, sessionId);
  return session && sessionLives(session, clock.now(), access.session) ? session : undefined;
}

/** Writes the request down as the last one, where the one written is old and the session lives. */
async function touch(access: Access, hash: string, now: number): Promise<void> {
  await access.services.database.asAccounts((transaction) =>
    transaction.runAndCommit(touchSession(hash, now, access.session)),
  );
}

function touchSession(hash: string, now: number, policy: SessionPolicy): Statement {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  return {
    sql: `update auth.sessions set last_seen_at = $2
      where token = $1 and last_seen_at <= $3 and last_seen_at > $4 and started_at > $5`,
    parameters: [
      hash,
      at(now),
      at(now - policy.touchMs),
      at(now - policy.idleMs - policy.touchMs),
      at(now - policy.absoluteMs),
    ],
  };
}
