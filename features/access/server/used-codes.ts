/**
 * No code is taken twice (RFC 6238 section 5.2; the library takes one as often
 * as it comes). A code is claimed before it is checked and released where it
 * was wrong, so that of two requests with one code only one is even looked at.
 */
import { createHash } from 'node:crypto';
import type { AccountId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';

/** Longer than any code stays valid: three periods of half a minute, and clocks that differ. */
const REMEMBERED_MS = 10 * 60_000;

/** True where nobody has used the code of this account lately. */
export async function claimCode(
  database: Database,
  accountId: AccountId,
  code: string,
  now: number,
): Promise<boolean> {
  const [, claimed] = await database.asAccounts((transaction) =>
    transaction.runAndCommit(forgetOld(accountId, now), claim(accountId, code, now)),
  );
  return claimed?.rows.length === 1;
}

export async function releaseCode(
  database: Database,
  accountId: AccountId,
  code: string,
): Promise<void> {
  await database.asAccounts((transaction) =>
    transaction.runAndCommit({
      sql: 'delete from auth.used_codes where account_id = $1 and code_hash = $2',
      parameters: [accountId, codeHash(accountId, code)],
    }),
  );
}

function forgetOld(accountId: AccountId, now: number): Statement {
  return {
    sql: 'delete from auth.used_codes where account_id = $1 and used_at < $2',
    parameters: [accountId, new Date(now - REMEMBERED_MS).toISOString()],
  };
}

function claim(accountId: AccountId, code: string, now: number): Statement {
  return {
    sql:
      'insert into auth.used_codes (account_id, code_hash, used_at) values ($1, $2, $3) ' +
      'on conflict do nothing returning account_id',
    parameters: [accountId, codeHash(accountId, code), new Date(now).toISOString()],
  };
}

function codeHash(accountId: AccountId, code: string): string {
  return createHash('sha256').update(`${accountId} ${code}`).digest('hex');
}
