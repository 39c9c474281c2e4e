/**
 * Links that sign somebody in once: for the first administrator, a forgotten
 * password and the demonstration. Only the hash of a link's token is kept; a
 * link ends at its use or its expiry, whichever comes first. An account with a
 * second factor is not opened by a link alone.
 */
import type { Input } from '#kernel/endpoint.ts';
import type { AccountId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Exchange, RawAnswer } from '#platform/http/route.ts';
import type { useLink } from '../contract.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { findAccountById, inAccounts } from './accounts.ts';
import { attemptCall, headersOf } from './library-call.ts';
import { beginning } from './sign-in.ts';
import { makeToken, tokenHash } from './token.ts';

export interface OneTimeLink {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A day: long enough to be handed over, short enough to be forgotten in a drawer. */
const LINK_LIFE_MS = 24 * 3_600_000;

/**
 * Makes a link for an account; those made before hold no more.
 * @param madeBy as `actorName` writes it
 * @param lifeMs milliseconds from now
 */
export async function makeSignInLink(
  access: Access,
  accountId: AccountId,
  madeBy: string,
  lifeMs: number = LINK_LIFE_MS,
): Promise<OneTimeLink> {
  const token = makeToken();
  const now = access.services.clock.now();
  const expiresAt = new Date(now + lifeMs).toISOString();
  await inAccounts(
    access,
    { sql: 'delete from auth.sign_in_links where account_id = $1', parameters: [accountId] },
    {
      sql:
        'insert into auth.sign_in_links (token_hash, account_id, made_by, made_at, expires_at) ' +
        'values ($1, $2, $3, $4, $5)',
      parameters: [tokenHash(token), accountId, madeBy, new Date(now).toISOString(), expiresAt],
    },
    recordEvent(access.services, { kind: 'link_made', accountId, detail: { by: madeBy } }),
  );
  return { token, expiresAt };
}

export async function signInByLink(
  access: Access,
  { body }: Input<typeof useLink>,
  exchange: Exchange,
): Promise<Outcome<RawAnswer>> {
  const now = new Date(access.services.clock.now()).toISOString();
  const hash = tokenHash(body.token);
  const [found] = await inAccounts(access, openLink(hash, now));
  const accountId = found?.rows[0]?.['account_id'];
  if (typeof accountId !== 'string')
    return refused({ code: 'access.link_unknown', field: 'token' });
  const account = await findAccountById(access, accountId as AccountId);
  if (!account || account.disabled) return refused({ code: 'access.link_unknown', field: 'token' });
  if (account.secondFactor) return refused({ code: 'access.second_factor_required' });
  // Of two that come with one link, the database lets one pass.
  const [used] = await inAccounts(access, spendLink(hash, now));
  if (used?.rows.length !== 1) return refused({ code: 'access.link_unknown', field: 'token' });
  const call = await attemptCall(() =>
    access.library.api.beginLinkSession({
      body: { accountId: account.accountId },
      headers: headersOf(exchange),
      returnHeaders: true,
    }),
  );
  if (!call.ok) return refused({ code: 'access.link_unknown', field: 'token' });
  await inAccounts(
    access,
    recordEvent(access.services, { kind: 'link_used', accountId: account.accountId }),
  );
  return done(await beginning(access, call.value.headers));
}

function openLink(hash: string, now: string): Statement {
  return {
    sql:
      'select account_id from auth.sign_in_links ' +
      'where token_hash = $1 and used_at is null and expires_at > $2',
    parameters: [hash, now],
  };
}

function spendLink(hash: string, now: string): Statement {
  return {
    sql:
      'update auth.sign_in_links set used_at = $2 ' +
      'where token_hash = $1 and used_at is null and expires_at > $2 returning account_id',
    parameters: [hash, now],
  };
}
