/** Sessions as the accounts' schema has them, with the person and the revision that each request needs. */
import type { AccountId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import type { PresentLink } from './account-link.ts';
import { gather } from './gather.ts';

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

/** The session whose token has this hash, whether it lives or not. */
export type FindSession = (tokenHash: string) => Promise<AccountSession | undefined>;

/** Reads sessions by the hash of their token: those that are asked for in one moment in one statement. */
export function sessionFinder(database: Database): FindSession {
  return gather(async (hashes) => {
    const { rows } = await database.readAccounts({
      sql: `${SESSION} where s.token = any($1::text[]) and a.disabled_at is null`,
      parameters: [hashes],
    });
    return new Map(rows.map((row) => [String(row['token']), sessionOfRow(row)]));
  });
}

/** The session of that id, whether it lives or not. */
export async function readSession(
  database: Database,
  sessionId: string,
): Promise<AccountSession | undefined> {
  const { rows } = await database.readAccounts({
    sql: `${SESSION} where s.id = $1 and a.disabled_at is null`,
    parameters: [sessionId],
  });
  return rows[0] && sessionOfRow(rows[0]);
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
