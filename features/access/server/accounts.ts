/** The accounts themselves: statements on them and what is read of them. */
import type { AccountId, PersonId, TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { REVOKED_CHANNEL } from '#platform/live/hub.ts';
import type { Access } from './access.ts';
import type { AccountLink } from './account-link.ts';

export interface Account {
  readonly accountId: AccountId;
  readonly signInName: string;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly links: readonly AccountLink[];
}

/**
 * Runs statements in one transaction of the accounts' role. Sessions that end
 * in it (`ended_session`) are told to all processes, so that their streams end.
 */
export async function inAccounts(
  { services: { database } }: Pick<Access, 'services'>,
  ...statements: readonly Statement[]
): Promise<readonly Rows[]> {
  const answers = await database.asAccounts((transaction) =>
    transaction.runAndCommit(...statements),
  );
  const ended = answers.flatMap(({ rows }) => rows.map((row) => row['ended_session']));
  for (const sessionId of ended) {
    if (typeof sessionId === 'string') await database.notify(REVOKED_CHANNEL, sessionId);
  }
  return answers;
}

export async function findAccountByName(
  access: Access,
  signInName: string,
): Promise<Account | undefined> {
  return firstAccount(await inAccounts(access, select('a.username = $1', signInName)));
}

export async function findAccountById(
  access: Access,
  accountId: AccountId,
): Promise<Account | undefined> {
  return firstAccount(await inAccounts(access, select('a.id = $1', accountId)));
}

export async function findAccountOfPerson(
  access: Access,
  tenantId: TenantId,
  personId: PersonId,
): Promise<Account | undefined> {
  const linked =
    'a.id = (select account_id from auth.account_links where tenant_id = $1 and person_id = $2)';
  return firstAccount(await inAccounts(access, select(linked, tenantId, personId)));
}

export function endSessionsOf(accountId: AccountId, except?: string): Statement {
  return {
    sql: `delete from auth.sessions where user_id = $1 and ($2::uuid is null or id <> $2::uuid)
      returning id as ended_session`,
    parameters: [accountId, except ?? null],
  };
}

/** @param condition a constant of this file, never text from outside */
function select(condition: string, ...parameters: readonly string[]): Statement {
  return {
    sql: `select a.id, a.username, a.disabled_at, a.two_factor_enabled,
      (select coalesce(jsonb_agg(jsonb_build_object('tenantId', l.tenant_id, 'personId', l.person_id)),
        '[]'::jsonb) from auth.account_links l where l.account_id = a.id) as links
      from auth.accounts a where ${condition}`,
    parameters,
  };
}

function firstAccount([found]: readonly Rows[]): Account | undefined {
  const row = found?.rows[0];
  if (!row) return undefined;
  return {
    accountId: String(row['id']) as AccountId,
    signInName: String(row['username']),
    disabled: row['disabled_at'] !== null,
    secondFactor: row['two_factor_enabled'] === true,
    links: row['links'] as readonly AccountLink[],
  };
}
