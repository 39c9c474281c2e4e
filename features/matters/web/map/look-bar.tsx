/** How the map shows the matters, and what it shows with them. */
import { Checkbox, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUNDS, LOOKS } from './look.ts';
import { useLook } from './use-look.ts';

export function LookBar(): ReactNode {
  const { t } = useTranslation('matters');
  const { chosen, choose } = useLook();
  return (
    <div className="look-bar">
      <Segmented
        size="small"
        aria-label={t('web.map.look.title')}
        value={chosen.look}
        options={LOOKS.map((value) => ({ value, label: t(`web.map.look.${value}`) }))}
        onChange={(look) => choose({ look })}
      />
      <Checkbox.Group
        value={[...chosen.grounds]}
        options={GROUNDS.map((value) => ({ value, label: t(`web.map.ground.${value}`) }))}
        onChange={(grounds) => choose({ grounds: GROUNDS.filter((one) => grounds.includes(one)) })}
      />
    </div>
  );
}
