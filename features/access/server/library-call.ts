/** Calls of the library: what goes in of the request, what its refusals mean, what comes out as an answer. */
import { isAPIError } from 'better-auth/api';
import type { Exchange, RawAnswer } from '#platform/http/route.ts';

/** Only what the library needs to know of the request. */
export function headersOf(exchange: Exchange): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = exchange.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

/**
 * Runs a call that refuses by throwing.
 * @returns its value, or the code of the library's refusal
 * @throws every fault
 */
export async function attemptCall<T>(
  call: () => Promise<T>,
): Promise<
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }
> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    return { ok: false, code: String(error.body?.code ?? error.status) };
  }
}

/** A JSON answer that carries the library's cookies. */
export function jsonAnswer(value: unknown, cookies?: Headers): RawAnswer {
  const set = cookies?.getSetCookie() ?? [];
  return {
    media: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'no-store', ...(set.length > 0 && { 'set-cookie': set }) },
    body: JSON.stringify(value),
  };
}
