/** A link just made, to be copied or printed; it stands nowhere else and cannot be shown again. */
import { Button, QRCode } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#ui/time/use-moment.ts';

export interface ShownLink {
  readonly signInName: string;
  readonly token: string;
  readonly expiresAt: string;
}

interface OneTimeLinkProps {
  readonly link: ShownLink;
  readonly name: string;
  readonly close: () => void;
}

export function OneTimeLink({ link, name, close }: OneTimeLinkProps): ReactNode {
  const { t } = useTranslation('access');
  const { moment } = useMoment();
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}/desk#token=${link.token}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <section className="one-time-link" aria-label={t('web.oneTime.title')}>
      <p className="one-time-link-title">{t('web.oneTime.title')}</p>
      <p>{t('web.oneTime.text', { until: moment(link.expiresAt), name })}</p>
      <div className="one-time-link-pair">
        <dl>
          <dt>{t('web.oneTime.name')}</dt>
          <dd>{link.signInName}</dd>
          <dt>{t('web.oneTime.link')}</dt>
          <dd>
            <code>{address}</code>
          </dd>
        </dl>
        {/* The same link for whoever has a camera. */}
        <div aria-hidden>
          <QRCode value={address} size={128} color="#1c1e21" bgColor="#ffffff" type="svg" />
        </div>
      </div>
      <div className="form-actions-bar one-time-link-buttons">
        {/* A plain address of an office network has no clipboard: the text is selected by a press. */}
        {window.isSecureContext && (
          <Button
            onClick={() => {
              copy().catch(reportError);
            }}
          >
            {t('web.oneTime.copy')}
          </Button>
        )}
        <Button onClick={() => window.print()}>{t('web.oneTime.print')}</Button>
        <Button type="primary" onClick={close}>
          {t('web.oneTime.close')}
        </Button>
        <span role="status" className="form-actions-said">
          {copied ? t('web.oneTime.copied') : ''}
        </span>
      </div>
    </section>
  );
}
