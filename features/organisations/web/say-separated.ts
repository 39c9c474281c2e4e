/** Why a person or a post may not have two of the three administrators' roles, in full. */
import { useTranslation } from 'react-i18next';
import type { ServerRefusal } from '#ui/client/refused.ts';

export function useSaySeparated(): (refusal: ServerRefusal) => string | undefined {
  const { t } = useTranslation('organisations');
  return ({ code, detail }) => {
    if (code === 'appointment.own') return t('web.refusal.own');
    if (code !== 'access.separation_of_duties') return undefined;
    const role = (name: string) => t(`access:web.role.${String(detail?.[name])}`);
    return t('web.refusal.separated', { held: role('held'), wanted: role('wanted') });
  };
}
