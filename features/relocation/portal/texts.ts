/** The sentences of these pages, and the voice in which a scheme explains itself. */
import type { Locale } from '#kernel/context.ts';
import { type KeyOf, type SayIn, sayIn } from '#ui/portal/say.ts';
import en from '../locale/en.json' with { type: 'json' };
import zh from '../locale/zh.json' with { type: 'json' };
import type { Voice } from '../rules/explain/say.ts';

export type Say = SayIn<KeyOf<typeof zh.portal>>;

const PORTAL: Readonly<Record<Locale, Say>> = { zh: sayIn(zh.portal), en: sayIn(en.portal) };
const ALL = { zh: sayIn(zh), en: sayIn(en) };

export const sayFor = (locale: Locale): Say => PORTAL[locale];

export function voiceFor(locale: Locale): Voice {
  const say = ALL[locale];
  // The rules ask by keys they make themselves; a missing one is a fault of ours.
  return { locale, say: (key, values) => say(key as Parameters<typeof say>[0], values) };
}
