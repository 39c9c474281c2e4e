/** What screens say: on the way, empty, failed, under way; and a code to be read by a phone. */
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Waiting } from '../lists/waiting.tsx';
import { Qr } from '../qr/qr.tsx';

const PART = 62;

export function Says(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <section aria-labelledby="design-says">
      <h2 id="design-says">{t('design.lists')}</h2>
      <div className="design-fields">
        {/* A sample: nothing is being read here, so nobody is told so. */}
        <div aria-hidden>
          <Waiting rows={3} />
        </div>
        <Empty title={t('design.none')}>{t('design.noneNext')}</Empty>
        <Failed error={undefined} retry={() => undefined} />
        <div>
          <Progress percent={PART} aria-label={t('design.progress')} />
          <div className="design-qr">
            <Qr text={location.origin} label={t('design.code')} />
          </div>
        </div>
      </div>
    </section>
  );
}
