/** The voice in which a scheme explains itself, in the language of the desk. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voice } from '../rules/explain/say.ts';

export function useVoice(): Voice {
  const { t, i18n } = useTranslation('relocation');
  const locale = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(() => ({ locale, say: (key, values) => t(key, { ...values }) }), [t, locale]);
}
