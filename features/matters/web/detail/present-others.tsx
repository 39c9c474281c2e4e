/** Who else has this matter open now, and what they are filling in: said where one acts. */
import { TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Other } from './use-presence.ts';

export function PresentOthers({ others }: { readonly others: readonly Other[] }): ReactNode {
  const { t } = useTranslation('matters');
  const reading = others.filter(({ doing }) => doing === null).map(({ name }) => name);
  return (
    <p className="present" role="status">
      {others.length > 0 && <TeamOutlined aria-hidden />}
      {others.map(
        ({ personId, name, doing }) =>
          doing !== null && (
            <strong key={personId}>
              {t('web.present.doing', { name, step: t(`web.action.${doing}.button`) })}
            </strong>
          ),
      )}
      {reading.length > 0 && (
        <span>{t('web.present.reading', { names: reading.join(t('web.comma')) })}</span>
      )}
    </p>
  );
}
