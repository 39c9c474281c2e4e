/** Signing in with name and password, and signing out. */
import type { Input } from '#kernel/endpoint.ts';
import type { AccountId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Exchange, RawAnswer } from '#platform/http/route.ts';
import { REVOKED_CHANNEL } from '#platform/live/hub.ts';
import type { signIn } from '../contract.ts';
import { normaliseSignInName } from '../rules/sign-in-name.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { findAccountSession } from './account-session.ts';
import { type Account, endSessionsOf, findAccountByName, inAccounts } from './accounts.ts';
import { attemptKey, forgetAttempts, takeAttempt } from './attempts.ts';
import { attemptCall, headersOf, jsonAnswer } from './library-call.ts';
import { nextStep } from './person-session.ts';
import { cookiesOfAnswer } from './session-cookie.ts';

export async function signInByPassword(
  access: Access,
  { body }: Input<typeof signIn>,
  exchange: Exchange,
): Promise<Outcome<RawAnswer>> {
  const { library } = access;
  const name = normaliseSignInName(body.signInName);
  const account = await findAccountByName(access, name);
  const locked = await countPassword(access, name, account?.accountId);
  if (locked) return refused(locked);
  const call = await attemptCall(() =>
    library.api.signInUsername({
      body: { username: name, password: body.password },
      headers: headersOf(exchange),
      returnHeaders: true,
    }),
  );
  if (!call.ok || !account || account.disabled) {
    return refusedSignIn(access, account);
  }
  const { headers, response } = call.value;
  if ('twoFactorRedirect' in response) {
    await inAccounts(access, forgetAttempts(attemptKey(name)));
    return done(jsonAnswer({ next: 'second_factor' }, headers));
  }
  const { accountId } = account;
  await inAccounts(
    access,
    forgetAttempts(attemptKey(name)),
    recordEvent(access.services, { kind: 'signed_in', accountId, detail: { by: 'password' } }),
  );
  return done(await beginning(access, headers));
}

/** Answers the begun session's next step, with its cookies. */
export async function beginning(access: Access, headers: Headers): Promise<RawAnswer> {
  const session = await findAccountSession(access, cookiesOfAnswer(headers));
  if (!session) throw new Error('a session that has just begun is not there');
  return jsonAnswer(await nextStep(access, session), headers);
}

/** Counts an attempt with a password; the refusal where the account is locked. */
export async function countPassword(
  access: Access,
  name: string,
  accountId: AccountId | undefined,
): Promise<Refusal | undefined> {
  const now = access.services.clock.now();
  const attempt = await takeAttempt(
    access.services.database,
    attemptKey(name),
    now,
    access.lockout,
  );
  if (attempt.allowed) return undefined;
  await inAccounts(access, recordEvent(access.services, { kind: 'locked_out', accountId }));
  return lockedOut(attempt.lockedUntil, now);
}

export function lockedOut(lockedUntil: number, now: number): Refusal {
  return { code: 'access.locked_out', detail: { seconds: Math.ceil((lockedUntil - now) / 1000) } };
}

/** Tells nothing of which it was: no such name, a wrong password, a disabled account. */
async function refusedSignIn(
  access: Access,
  account: Account | undefined,
): Promise<Outcome<RawAnswer>> {
  const { accountId } = account ?? {};
  await inAccounts(
    access,
    recordEvent(access.services, { kind: 'sign_in_failed', accountId }),
    ...(account?.disabled ? [endSessionsOf(account.accountId)] : []),
  );
  return refused({ code: 'access.credentials', field: 'password' });
}

export async function endSession(access: Access, exchange: Exchange): Promise<Outcome<RawAnswer>> {
  const session = await findAccountSession(access, exchange.cookies);
  const { headers } = await access.library.api.signOut({
    headers: headersOf(exchange),
    returnHeaders: true,
  });
  if (session) {
    const { accountId, sessionId } = session;
    await inAccounts(access, recordEvent(access.services, { kind: 'signed_out', accountId }));
    await access.services.database.notify(REVOKED_CHANNEL, sessionId);
  }
  return done(jsonAnswer({}, headers));
}
