/** One matter in the list: a row on a wide screen, a card on a narrow one. */
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterSummary } from '#features/matters/contract.ts';
import { Moment } from '#ui/time/moment.tsx';
import { StandingChip } from '../standing/standing-chip.tsx';

interface MatterRowProps {
  readonly matter: MatterSummary;
  readonly index: number;
  readonly offset: number;
  readonly current: boolean;
  readonly opened: boolean;
  readonly chosen: boolean;
  readonly open: (id: string) => void;
}

export const MatterRow = memo(Row, (a, b) =>
  (['matter', 'index', 'offset', 'current', 'opened', 'chosen'] as const).every(
    (name) => a[name] === b[name],
  ),
);

function Row({ matter, index, offset, current, opened, chosen, open }: MatterRowProps): ReactNode {
  const { t } = useTranslation('matters');
  const marks = [opened && 'is-open', current && 'is-current', chosen && 'is-chosen'];
  return (
    <div
      role="row"
      id={`row-${matter.matterId}`}
      className={['matter-row', ...marks.filter(Boolean)].join(' ')}
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey) open(matter.matterId);
      }}
    >
      <span role="gridcell" className="cell-standing">
        <StandingChip matter={matter} />
      </span>
      <span role="gridcell" className="cell-number number">
        {matter.number}
      </span>
      <span role="gridcell" className="cell-title">
        <Link
          to="/matters/$matterId"
          params={{ matterId: matter.matterId }}
          search={true}
          tabIndex={-1}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
        >
          {matter.title}
        </Link>
        {matter.supervised && <span className="mark-supervised">{t('web.list.supervised')}</span>}
        {matter.round > 1 && (
          <span className="mark-round">{t('web.list.round', { count: matter.round })}</span>
        )}
      </span>
      <span role="gridcell" className="cell-category muted">
        {matter.category?.name ?? t('web.list.noCategory')}
      </span>
      <span role="gridcell" className="cell-handler">
        {matter.handler?.name ?? <span className="muted">{matter.area.name}</span>}
      </span>
      <span role="gridcell" className="cell-due">
        {matter.dueAt === null ? <span className="muted">—</span> : <Moment at={matter.dueAt} />}
      </span>
    </div>
  );
}
