/** Setting the own password. */
import type { Input } from '#kernel/endpoint.ts';
import type { AccountId, Id } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Exchange } from '#platform/http/route.ts';
import type { changePassword } from '../contract.ts';
import { acceptPassword } from '../rules/password.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { findAccountSession } from './account-session.ts';
import { endSessionsOf, inAccounts } from './accounts.ts';
import { attemptKey, forgetAttempts } from './attempts.ts';
import type { AccountSession } from './session-rows.ts';
import { countPassword } from './sign-in.ts';

/** A session begun by a link may set a password without the old one, but not for the whole day. */
const LINK_GRACE_MS = 30 * 60_000;

export async function setOwnPassword(
  access: Access,
  { body }: Input<typeof changePassword>,
  exchange: Exchange,
): Promise<Outcome<Record<string, never>>> {
  const session = await findAccountSession(access, exchange.cookies);
  if (!session) return refused({ code: 'access.sign_in_required' });
  const accepted = acceptPassword(body.newPassword, session.signInName);
  if (!accepted.ok) return accepted;
  const proven = await proveOldPassword(access, session, body.currentPassword);
  if (!proven.ok) return proven;
  const { accountId, sessionId, signInName } = session;
  const { password } = await access.library.$context;
  const hash = await password.hash(body.newPassword);
  await inAccounts(
    access,
    keepPassword(access, accountId, hash),
    endSessionsOf(accountId, sessionId),
    { sql: 'delete from auth.sign_in_links where account_id = $1', parameters: [accountId] },
    forgetAttempts(attemptKey(signInName)),
    recordEvent(access.services, {
      kind: 'password_changed',
      accountId,
      tenantId: session.link?.tenantId,
    }),
  );
  return done({});
}

async function proveOldPassword(
  access: Access,
  session: AccountSession,
  given: string | undefined,
): Promise<Outcome<void>> {
  const age = access.services.clock.now() - session.startedAt;
  if (session.begunBy === 'link' && age < LINK_GRACE_MS) return done(undefined);
  const { accountId, signInName } = session;
  const locked = await countPassword(access, signInName, accountId);
  if (locked) return refused(locked);
  const [found] = await inAccounts(access, findPassword(accountId));
  const hash = found?.rows[0]?.['password'];
  const { password } = await access.library.$context;
  const right =
    typeof hash === 'string' &&
    given !== undefined &&
    (await password.verify({ hash, password: given }));
  return right
    ? done(undefined)
    : refused({ code: 'access.credentials', field: 'currentPassword' });
}

function findPassword(accountId: AccountId): Statement {
  return {
    sql: "select password from auth.credentials where user_id = $1 and provider_id = 'credential'",
    parameters: [accountId],
  };
}

function keepPassword(access: Access, accountId: AccountId, hash: string): Statement {
  const { ids, clock } = access.services;
  return {
    sql: `insert into auth.credentials
      (id, account_id, provider_id, user_id, password, created_at, updated_at)
      values ($1, $2, 'credential', $3, $4, $5, $5)
      on conflict (user_id, provider_id)
      do update set password = excluded.password, updated_at = excluded.updated_at`,
    parameters: [
      ids.next<Id<'credential'>>(),
      accountId,
      accountId,
      hash,
      new Date(clock.now()).toISOString(),
    ],
  };
}
