/** What the command line says, in the language of the operator's shell. */
import type { Locale } from '#kernel/context.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { loadTexts, type TextValues, type Translate } from '#platform/http/i18n.ts';

export interface Speaker {
  readonly locale: Locale;
  readonly translate: Translate;
  /** The sentence under a key of `apps/cli/locale`. */
  say(key: string, values?: TextValues): string;
  /** Why something was refused. */
  reason(refusal: Refusal): string;
}

export function speaker(environment: Readonly<Record<string, string | undefined>>): Speaker {
  const locale = localeOf(environment);
  const translate = loadTexts(ROOT);
  return {
    locale,
    translate,
    say: (key, values) => translate(locale, `cli.${key}`, values),
    reason: ({ code, field, detail }) => {
      const sentence = translate(locale, `refusal.${code}`, detail);
      return field === undefined || field === '' ? sentence : `${sentence} (${field})`;
    },
  };
}

/** As POSIX orders them: LC_ALL, LC_MESSAGES, LANG. */
function localeOf(environment: Readonly<Record<string, string | undefined>>): Locale {
  const language = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => environment[name] ?? '')
    .find((value) => value !== '');
  return /^zh/i.test(language ?? '') ? 'zh' : 'en';
}
