/** The texts of the wall in one language. */
import type { Locale } from '#kernel/context.ts';
import type { Texts } from '#ui/i18n/start.ts';

const LANGUAGES: Readonly<Record<Locale, () => Promise<Texts>>> = {
  zh: async () => (await import('./texts-zh.ts')).texts,
  en: async () => (await import('./texts-en.ts')).texts,
};

export async function textsOf(language: Locale): Promise<Texts> {
  return LANGUAGES[language]();
}
