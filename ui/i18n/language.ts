/** The language of the interface; the cookie tells the server the same. */
import type { Locale } from '#kernel/context.ts';

const COOKIE = 'lang';
const A_YEAR = 365 * 24 * 3600;

/** What was chosen before, else the browser's first known one, else Chinese. */
export function chosenLanguage(cookies: string, wanted: readonly string[]): Locale {
  const kept = new RegExp(`(?:^|; )${COOKIE}=(zh|en)`).exec(cookies)?.[1];
  if (kept === 'zh' || kept === 'en') return kept;
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag): tag is Locale => tag === 'zh' || tag === 'en') ?? 'zh';
}

export function languageCookie(language: Locale): string {
  return `${COOKIE}=${language}; path=/; max-age=${A_YEAR}; samesite=lax`;
}
