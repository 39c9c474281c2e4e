/** Sentences of refusals that the browser finds itself by the rules, without the server. */
import { useTranslation } from 'react-i18next';
import english from '#kernel/locale/en.json' with { type: 'json' };
import chinese from '#kernel/locale/zh.json' with { type: 'json' };
import type { Refusal } from '#kernel/refusal.ts';
import { sayIn } from '../portal/say.ts';

const SAY = { zh: sayIn(chinese.refusal), en: sayIn(english.refusal) };

export function useOwnRefusal(): (refusal: Refusal) => string {
  const { i18n } = useTranslation('ui');
  const say = SAY[i18n.language === 'en' ? 'en' : 'zh'];
  return ({ code, detail }) => say(code, detail ?? {});
}
