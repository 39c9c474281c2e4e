/** What a command of this feature says, and how it ends. */
import type { Locale } from '#kernel/context.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { TextValues, Translate } from '#platform/http/i18n.ts';
import type { Voice } from '../rules/explain/say.ts';

/** A sentence of this feature: its key behind `relocation.cli.`, and what fills it. */
export interface Told {
  readonly key: string;
  readonly values: TextValues;
}

export type Stopped<Value> = Outcome<Value, Told>;

export function stopped(
  key: string,
  values: TextValues = {},
): { readonly ok: false; readonly refusal: Told } {
  return { ok: false, refusal: { key, values } };
}

export interface Speaking {
  readonly locale: Locale;
  readonly translate: Translate;
  /** Where answers go. */
  readonly write: (line: string) => void;
}

/** Done, or done with something found or left out. */
export type Ending = 0 | 1;

export function voiceIn(locale: Locale, translate: Translate): Voice {
  return { locale, say: (key, values) => translate(locale, `relocation.${key}`, values) };
}

export function toldSentence(
  { locale, translate }: Omit<Speaking, 'write'>,
  { key, values }: Told,
): string {
  return translate(locale, `relocation.cli.${key}`, values);
}
