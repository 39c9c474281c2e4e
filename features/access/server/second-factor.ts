/** The second factor: enrolling it, and giving its code to sign in or to finish enrolling. */
import type { Input } from '#kernel/endpoint.ts';
import type { AccountId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Exchange, RawAnswer } from '#platform/http/route.ts';
import type { enrolSecondFactor, verifyCode } from '../contract.ts';
import type { Access } from './access.ts';
import { type AccessEventKind, recordEvent } from './access-events.ts';
import { findAccountSession } from './account-session.ts';
import { endSessionsOf, inAccounts } from './accounts.ts';
import { attemptKey, forgetAttempts, takeAttempt } from './attempts.ts';
import { attemptCall, headersOf, jsonAnswer } from './library-call.ts';
import { nextStep } from './person-session.ts';
import { type Cookies, cookiesOfAnswer, signedValue } from './session-cookie.ts';
import type { AccountSession } from './session-rows.ts';
import { countPassword, lockedOut } from './sign-in.ts';
import { claimCode, releaseCode } from './used-codes.ts';

export async function enrol(
  access: Access,
  { body }: Input<typeof enrolSecondFactor>,
  exchange: Exchange,
): Promise<Outcome<RawAnswer>> {
  const session = await findAccountSession(access, exchange.cookies);
  if (!session) return refused({ code: 'access.sign_in_required' });
  const { accountId, signInName } = session;
  const locked = await countPassword(access, signInName, accountId);
  if (locked) return refused(locked);
  const { password } = body;
  const call = await attemptCall(() =>
    access.library.api.enableTwoFactor({
      body: { method: 'totp', ...(password !== undefined && { password }) },
      headers: headersOf(exchange),
      returnHeaders: true,
    }),
  );
  if (!call.ok && call.code !== 'TOTP_ALREADY_ENABLED') {
    return refused({ code: 'access.credentials', field: 'password' });
  }
  await inAccounts(access, forgetAttempts(attemptKey(signInName)));
  if (!call.ok) return refused({ code: 'access.second_factor_enrolled' });
  const { headers, response } = call.value;
  if (!('totpURI' in response)) throw new Error('the library answered without a secret');
  const uri = withLabel(response.totpURI, signInName);
  return done(jsonAnswer({ uri, backupCodes: response.backupCodes }, headers));
}

/** The app shows the sign-in name, not the address that stands for the unused e-mail. */
function withLabel(uri: string, signInName: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return `otpauth://totp/Lianxin:${encodeURIComponent(signInName)}?secret=${secret}&issuer=Lianxin`;
}

export async function verify(
  access: Access,
  { body }: Input<typeof verifyCode>,
  exchange: Exchange,
): Promise<Outcome<RawAnswer>> {
  const session = await findAccountSession(access, exchange.cookies);
  const accountId = session?.accountId ?? (await accountOfChallenge(access, exchange.cookies));
  if (!accountId) return refused({ code: 'access.sign_in_required' });
  const { database, clock } = access.services;
  const key = attemptKey(`code ${accountId}`);
  const now = clock.now();
  const attempt = await takeAttempt(database, key, now, access.lockout);
  if (!attempt.allowed) {
    await note(access, 'locked_out', accountId);
    return refused(lockedOut(attempt.lockedUntil, now));
  }
  const code = body.code.replaceAll(' ', '');
  if (!(await claimCode(database, accountId, code, now))) {
    await note(access, 'code_reused', accountId);
    return refused({ code: 'access.code_used', field: 'code' });
  }
  const call = await attemptCall(() => giveCode(access, code, exchange));
  if (!call.ok) {
    await releaseCode(database, accountId, code);
    await note(access, 'code_failed', accountId);
    return refused({ code: 'access.code_wrong', field: 'code' });
  }
  await inAccounts(access, forgetAttempts(key));
  return done(await verified(access, exchange, session, call.value.headers));
}

/** Six digits are of the app; anything else is one of the codes for the day the app is lost. */
function giveCode(access: Access, code: string, exchange: Exchange) {
  const request = { body: { code }, headers: headersOf(exchange), returnHeaders: true } as const;
  const { api } = access.library;
  return /^\d{6}$/.test(code) ? api.verifyTOTP(request) : api.verifyBackupCode(request);
}

/** Marks the session as proven twice; what was begun with one factor before does not go on. */
async function verified(
  access: Access,
  exchange: Exchange,
  before: AccountSession | undefined,
  headers: Headers,
): Promise<RawAnswer> {
  const cookies = { ...exchange.cookies, ...cookiesOfAnswer(headers) };
  const session = await findAccountSession(access, cookies);
  if (!session) throw new Error('a session that has just been proven is not there');
  const { accountId, sessionId } = session;
  const kind: AccessEventKind = before ? 'second_factor_enrolled' : 'signed_in';
  await inAccounts(
    access,
    { sql: 'update auth.sessions set second_factor = true where id = $1', parameters: [sessionId] },
    ...(before ? [endSessionsOf(accountId, sessionId)] : []),
    recordEvent(access.services, { kind, accountId, detail: before ? {} : { by: 'code' } }),
  );
  return jsonAnswer(await nextStep(access, { ...session, secondFactor: true }), headers);
}

/** Whose code a sign-in waits for, as the signed cookie of the challenge says. */
async function accountOfChallenge(
  access: Access,
  cookies: Cookies,
): Promise<AccountId | undefined> {
  const context = await access.library.$context;
  const cookie = context.createAuthCookie('two_factor');
  const challenge = signedValue(cookies[cookie.name], context.secret);
  if (!challenge) return undefined;
  const waiting = await context.internalAdapter.findVerificationValue(challenge);
  return waiting ? (waiting.value as AccountId) : undefined;
}

async function note(access: Access, kind: AccessEventKind, accountId: AccountId): Promise<void> {
  await inAccounts(access, recordEvent(access.services, { kind, accountId }));
}
