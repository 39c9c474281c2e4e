/** The session of a request, from the accounts' schema alone: one statement; the touch only when it is due. */
import type { AccountId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';
import { type SessionPolicy, sessionLives, touchIsDue } from '../rules/session-life.ts';
import type { Access } from './access.ts';
import type { PresentLink } from './account-link.ts';
import { gather } from './gather.ts';
import { type Cookies, tokenOfRequest } from './session-cookie.ts';
import { tokenHash } from './token.ts';

export interface AccountSession {
  readonly sessionId: string;
  readonly accountId: AccountId;
  readonly signInName: string;
  readonly startedAt: number;
  readonly lastSeenAt: number;
  readonly begunBy: 'password' | 'link';
  /** A code was given in this session. */
  readonly secondFactor: boolean;
  readonly hasPassword: boolean;
  readonly links: readonly PresentLink[];
  /** The tenant and person the session works for; undefined until one of several is chosen. */
  readonly link: PresentLink | undefined;
}

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
  const { rows } = await database.readAccounts({
    sql: `${SESSION} where s.id = $1 and a.disabled_at is null`,
    parameters: [sessionId],
  });
  const session = rows[0] && sessionOfRow(rows[0]);
  return session && sessionLives(session, clock.now(), access.session) ? session : undefined;
}

/** Reads sessions by the hash of their token: those that are asked for in one moment in one statement. */
export function sessionFinder(database: Database): Access['findSession'] {
  return gather(async (hashes) => {
    const { rows } = await database.readAccounts({
      sql: `${SESSION} where s.token = any($1::text[]) and a.disabled_at is null`,
      parameters: [hashes],
    });
    return new Map(rows.map((row) => [String(row['token']), sessionOfRow(row)]));
  });
}

const SESSION = `select s.id, s.token, s.user_id, s.tenant_id, s.begun_by, s.second_factor, s.started_at,
      s.last_seen_at, a.username,
      exists (select 1 from auth.credentials c where c.user_id = a.id and c.password is not null)
        as has_password,
      (select coalesce(jsonb_agg(jsonb_build_object('tenantId', l.tenant_id, 'personId', l.person_id,
          'authority', coalesce(r.revision, 0)) order by l.tenant_id), '[]'::jsonb)
        from auth.account_links l
        left join auth.authority_revisions r on r.tenant_id = l.tenant_id
        where l.account_id = a.id) as links
      from auth.sessions s join auth.accounts a on a.id = s.user_id`;

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

function sessionOfRow(row: Readonly<Record<string, unknown>>): AccountSession {
  const links = row['links'] as readonly PresentLink[];
  const chosen = links.find((link) => link.tenantId === row['tenant_id']);
  return {
    sessionId: String(row['id']),
    accountId: String(row['user_id']) as AccountId,
    signInName: String(row['username']),
    startedAt: Date.parse(String(row['started_at'])),
    lastSeenAt: Date.parse(String(row['last_seen_at'])),
    begunBy: row['begun_by'] === 'link' ? 'link' : 'password',
    secondFactor: row['second_factor'] === true,
    hasPassword: row['has_password'] === true,
    links,
    link: chosen ?? (links.length === 1 ? links[0] : undefined),
  };
}
