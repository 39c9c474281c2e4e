/** Number, category, title, and the marks that matter at a glance. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterDetail } from '#features/matters/contract.ts';
import { Moment } from '#ui/time/moment.tsx';
import { StandingChip } from '../standing/standing-chip.tsx';

export function DetailHead({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <header className="detail-head">
      <p className="number">
        {matter.number} · {matter.category?.name ?? t('web.list.noCategory')}
      </p>
      <h1>{matter.title}</h1>
      <ul className="marks">
        <li>
          <StandingChip matter={matter} />
        </li>
        {marksOf(matter).map(([key, values]) => (
          <li key={key} className="mark">
            {t(key, values)}
          </li>
        ))}
        {matter.extensionUntil !== null && (
          <li className="mark">
            {t('web.mark.extension')} <Moment at={matter.extensionUntil} />
          </li>
        )}
        {matter.mergedInto !== null && (
          <li className="mark">
            {t('web.mark.merged')}{' '}
            <Link to="/matters/$matterId" params={{ matterId: matter.mergedInto.id }} search={true}>
              {matter.mergedInto.number}
            </Link>
          </li>
        )}
      </ul>
    </header>
  );
}

type Mark = readonly [key: string, values: Readonly<Record<string, string | number>>];

function marksOf(matter: MatterDetail): readonly Mark[] {
  const marks: readonly (Mark | false)[] = [
    matter.supervised && ['web.list.supervised', {}],
    matter.escalationLevel > 0 && ['web.mark.escalated', { count: matter.escalationLevel }],
    matter.round > 1 && ['web.list.round', { count: matter.round }],
    [`web.source.${matter.source}`, {}],
    matter.personal && ['web.mark.personal', {}],
    matter.accused !== null && ['web.mark.accused', { name: matter.accused.name }],
    matter.excluded && ['web.mark.excluded', {}],
    matter.callBack === 'not_reached' && ['web.mark.notReached', {}],
    matter.solved !== null && [matter.solved ? 'web.mark.solved' : 'web.mark.unsolved', {}],
    matter.satisfaction !== null && ['web.mark.satisfaction', { count: matter.satisfaction }],
  ];
  return marks.filter((mark) => mark !== false);
}
