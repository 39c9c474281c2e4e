/** The second factor: on, or begun here. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whoAmI } from '../contract.ts';
import { EnrolForm } from './enrol-form.tsx';

interface SecondFactorSectionProps {
  readonly enrolled: boolean;
  readonly hasPassword: boolean;
}

export function SecondFactorSection({
  enrolled,
  hasPassword,
}: SecondFactorSectionProps): ReactNode {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const finished = (): void => {
    setOpen(false);
    client.invalidateQueries({ queryKey: [whoAmI.id] }).catch(reportError);
  };
  return (
    <section className="account-section">
      <h2>{t('web.secondFactor.title')}</h2>
      <p className="muted">{t(enrolled ? 'web.secondFactor.on' : 'web.secondFactor.off')}</p>
      {!enrolled && !open && (
        <div>
          <Button onClick={() => setOpen(true)}>{t('web.secondFactor.begin')}</Button>
        </div>
      )}
      {open && (
        <div className="account-form">
          <EnrolForm go={finished} askPassword={hasPassword} />
        </div>
      )}
    </section>
  );
}
