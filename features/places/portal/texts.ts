/** The sentences of these pages, in the resident's language. */
import type { Locale } from '#kernel/context.ts';
import { type KeyOf, type SayIn, sayIn } from '#ui/portal/say.ts';
import en from '../locale/en.json' with { type: 'json' };
import zh from '../locale/zh.json' with { type: 'json' };

export type Say = SayIn<KeyOf<typeof zh.portal>>;

const SAY: Readonly<Record<Locale, Say>> = { zh: sayIn(zh.portal), en: sayIn(en.portal) };

export const sayFor = (locale: Locale): Say => SAY[locale];
