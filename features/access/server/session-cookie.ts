/** The session's token in the cookies of a request and of an answer. */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { AccountsLibrary } from './accounts-library.ts';

export type Cookies = Readonly<Record<string, string | undefined>>;

/** The token of the request's session cookie; undefined where there is none or it was not signed by us. */
export async function tokenOfRequest(
  library: AccountsLibrary,
  cookies: Cookies,
): Promise<string | undefined> {
  const { authCookies, secret } = await library.$context;
  return signedValue(cookies[authCookies.sessionToken.name], secret);
}

/** The cookies that an answer of the library sets, as the next request would send them. */
export function cookiesOfAnswer(headers: Headers): Cookies {
  return Object.fromEntries(
    headers.getSetCookie().map((cookie) => {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}

/** What stands before the signature in `value.signature`, where the signature is ours. */
export function signedValue(signed: string | undefined, secret: string): string | undefined {
  const at = signed?.lastIndexOf('.') ?? -1;
  if (!signed || at < 1) return undefined;
  const value = signed.slice(0, at);
  const given = Buffer.from(signed.slice(at + 1), 'base64');
  const right = createHmac('sha256', keyOf(secret)).update(value).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined;
}

let present: { readonly secret: string; readonly key: KeyObject } | undefined;

/** Kept, since every request is checked with the same one. */
function keyOf(secret: string): KeyObject {
  if (present?.secret !== secret) {
    present = { secret, key: createSecretKey(Buffer.from(secret)) };
  }
  return present.key;
}
