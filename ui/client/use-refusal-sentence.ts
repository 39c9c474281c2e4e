/** What to say of an error: the server's sentence, else one of our own. */
import { useTranslation } from 'react-i18next';
import { isRefused } from './refused.ts';

export function useRefusalSentence(): (error: unknown) => string {
  const { t } = useTranslation('ui');
  return (error) => {
    if (isRefused(error, 'client.offline')) return t('error.offline');
    if (isRefused(error) && error.refusal.message !== '') return error.refusal.message;
    return t('error.unreadable');
  };
}
