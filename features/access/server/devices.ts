/**
 * Screens without a person. A screen asks for a code and keeps a token; at a
 * desk somebody gives the code to what the screen is for (a wall). What the
 * token opens is decided by whoever it was given to, at each request anew.
 */
import { randomBytes } from 'node:crypto';
import type { Input } from '#kernel/endpoint.ts';
import type { Id, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { pairDevice } from '../contract.ts';
import { makePairingCode, PAIRING_LIFE_MS, spelledCode, typedCode } from '../rules/pairing-code.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { inAccounts } from './accounts.ts';
import type { Cookies } from './session-cookie.ts';
import { makeToken, tokenHash } from './token.ts';

/** A paired screen: whose, and which of the tenant's things it is. */
export interface Device<T extends Id<string>> {
  readonly tenantId: TenantId;
  readonly deviceId: T;
}

const COOKIE = 'lianxin_device';
/** Seconds; longer than anything may be allowed for. */
const COOKIE_LIFE = 100 * 86_400;

export async function pair(
  access: Access,
  { token }: Input<typeof pairDevice>['body'],
): Promise<Outcome<RawAnswer>> {
  if (token !== undefined) return takeOver(access, token);
  const now = access.services.clock.now();
  const own = makeToken();
  const code = makePairingCode(randomBytes(8));
  const endsAt = new Date(now + PAIRING_LIFE_MS).toISOString();
  await inAccounts(access, forgetUnpaired(now), {
    sql: `insert into auth.devices (token_hash, code, code_ends_at, asked_at) values ($1, $2, $3, $4)`,
    parameters: [tokenHash(own), code, endsAt, new Date(now).toISOString()],
  });
  return done(answer(access, own, { code: spelledCode(code), endsAt }));
}

/** A link that carries a token: for a demonstration, where nobody stands at two machines. */
async function takeOver(access: Access, token: string): Promise<Outcome<RawAnswer>> {
  if ((await findByToken(access, token)) === undefined) {
    return refused({ code: 'access.link_unknown', field: 'token' });
  }
  return done(answer(access, token, { code: null, endsAt: null }));
}

/** The hash of the token of a screen that waits with this code; undefined for none or one too old. */
export async function findPairing(access: Access, typed: string): Promise<string | undefined> {
  const [found] = await inAccounts(access, {
    sql: `select token_hash from auth.devices
      where code = $1 and device_id is null and code_ends_at > $2`,
    parameters: [typedCode(typed), new Date(access.services.clock.now()).toISOString()],
  });
  return found?.rows[0]?.['token_hash'] as string | undefined;
}

/**
 * Gives a waiting screen to a device of the tenant; of two who try, one succeeds.
 * @param by as `actorName` writes it
 */
export async function bindDevice<T extends Id<string>>(
  access: Access,
  hash: string,
  { tenantId, deviceId }: Device<T>,
  by: string,
): Promise<boolean> {
  const [bound] = await inAccounts(access, {
    sql: `update auth.devices set code = null, code_ends_at = null, tenant_id = $2, device_id = $3,
        paired_at = $4
      where token_hash = $1 and device_id is null returning token_hash`,
    parameters: [hash, tenantId, deviceId, new Date(access.services.clock.now()).toISOString()],
  });
  if (bound?.rows.length !== 1) return false;
  await inAccounts(
    access,
    recordEvent(access.services, { kind: 'device_paired', tenantId, detail: { by, deviceId } }),
  );
  return true;
}

/** The paired screen that asks, by its cookie. */
export async function findDevice<T extends Id<string>>(
  access: Access,
  cookies: Cookies,
): Promise<Device<T> | undefined> {
  const token = cookies[COOKIE];
  return token === undefined ? undefined : findByToken(access, token);
}

/** A token paired from the start. */
export async function makeDeviceToken<T extends Id<string>>(
  access: Access,
  device: Device<T>,
  by: string,
): Promise<string> {
  const token = makeToken();
  const now = new Date(access.services.clock.now()).toISOString();
  const { tenantId, deviceId } = device;
  await inAccounts(
    access,
    {
      sql: `insert into auth.devices (token_hash, asked_at, tenant_id, device_id, paired_at)
        values ($1, $2, $3, $4, $2)`,
      parameters: [tokenHash(token), now, tenantId, deviceId],
    },
    recordEvent(access.services, { kind: 'device_paired', tenantId, detail: { by, deviceId } }),
  );
  return token;
}

async function findByToken<T extends Id<string>>(
  access: Access,
  token: string,
): Promise<Device<T> | undefined> {
  const [found] = await inAccounts(access, {
    sql: `select tenant_id, device_id from auth.devices
      where token_hash = $1 and device_id is not null`,
    parameters: [tokenHash(token)],
  });
  return deviceOf<T>(found);
}

function deviceOf<T extends Id<string>>(found: Rows | undefined): Device<T> | undefined {
  const row = found?.rows[0];
  if (row === undefined) return undefined;
  return { tenantId: row['tenant_id'] as TenantId, deviceId: row['device_id'] as T };
}

/** Screens that were never paired leave nothing behind. */
function forgetUnpaired(now: number): Statement {
  return {
    sql: 'delete from auth.devices where device_id is null and code_ends_at < $1',
    parameters: [new Date(now).toISOString()],
  };
}

function answer(access: Access, token: string, body: unknown): RawAnswer {
  const cookie = [
    `${COOKIE}=${token}`,
    'Path=/',
    `Max-Age=${COOKIE_LIFE}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(access.secureCookies ? ['Secure'] : []),
  ].join('; ');
  return {
    media: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'no-store', 'set-cookie': cookie },
    body: JSON.stringify(body),
  };
}
