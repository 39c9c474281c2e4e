/** The sentences of the portal, and those of refusals, in the resident's language. */
import type { Locale } from '#kernel/context.ts';
import refusalsEn from '#kernel/locale/en.json' with { type: 'json' };
import refusalsZh from '#kernel/locale/zh.json' with { type: 'json' };
import type { Refusal } from '#kernel/refusal.ts';
import { type KeyOf, type SayIn, sayIn } from '#ui/portal/say.ts';
import en from '../locale/en.json' with { type: 'json' };
import zh from '../locale/zh.json' with { type: 'json' };

export type TextKey = KeyOf<typeof zh.portal>;
export type Say = SayIn<TextKey>;

const PORTAL: Readonly<Record<Locale, Say>> = { zh: sayIn(zh.portal), en: sayIn(en.portal) };
const REFUSALS = { zh: sayIn(refusalsZh.refusal), en: sayIn(refusalsEn.refusal) };

export const sayFor = (locale: Locale): Say => PORTAL[locale];

/** The sentence of a refusal. */
export function refusalSentence(locale: Locale, refusal: Refusal): string {
  return REFUSALS[locale](refusal.code, refusal.detail ?? {});
}
