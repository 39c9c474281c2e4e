/** A page as an answer: nothing but our own files may run in it, and nobody keeps a copy. */
import type { Exchange, RawAnswer } from '#platform/http/route.ts';
import { chosenCookies } from './visit-of.ts';

/** Stricter than the desk's: the portal has no style or script in its pages. MapLibre's worker comes from our own file. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageAnswer {
  readonly page: string;
  readonly status?: number;
  readonly cookies?: readonly string[];
}

export function pageAnswer(
  exchange: Pick<Exchange, 'url' | 'cookies' | 'headers'>,
  { page, status = 200, cookies = [] }: PageAnswer,
): RawAnswer {
  const set = [...chosenCookies(exchange), ...cookies];
  return {
    status,
    media: 'text/html; charset=utf-8',
    headers: {
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
      vary: 'Accept-Language, Cookie',
      ...(set.length > 0 && { 'set-cookie': set }),
    },
    body: page,
  };
}

export function redirect(to: string, cookies: readonly string[] = []): RawAnswer {
  return {
    status: 303,
    headers: {
      location: to,
      'cache-control': 'no-store',
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: null,
  };
}
