/** Starts i18next with texts that are fetched one language at a time. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#kernel/context.ts';
import { chosenLanguage, languageCookie } from './language.ts';

/** Texts by namespace (`ui`, a feature's name). */
export type Texts = Readonly<Record<string, object>>;
export type TextSource = (language: Locale) => Promise<Texts>;

let source: TextSource = async () => ({});

export async function startTexts(texts: TextSource): Promise<void> {
  source = texts;
  const language = chosenLanguage(document.cookie, navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'ui',
    resources: { [language]: await source(language) },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = htmlLanguage(language);
}

/** Changes the language without a reload and tells the server by cookie. */
export async function chooseLanguage(language: Locale): Promise<void> {
  for (const [namespace, texts] of Object.entries(await source(language))) {
    i18next.addResourceBundle(language, namespace, texts, true, true);
  }
  await i18next.changeLanguage(language);
  // The Cookie Store needs a secure page, which plain http in an office network is not.
  Reflect.set(document, 'cookie', languageCookie(language));
  document.documentElement.lang = htmlLanguage(language);
}

const htmlLanguage = (language: Locale): string => (language === 'zh' ? 'zh-CN' : 'en');
