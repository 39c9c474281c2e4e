/** One matter in the list: a row on a wide screen, a card on a narrow one; its link reaches over all of it. */
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
  readonly focus: (id: string) => void;
}

const COMPARED = ['matter', 'index', 'offset', 'current', 'opened', 'chosen'] as const;

export const MatterRow = memo(Row, (a, b) => COMPARED.every((name) => a[name] === b[name]));

function Row(props: MatterRowProps): ReactNode {
  const { t } = useTranslation('matters');
  const { matter, index, offset, current, opened, chosen } = props;
  const marks = [opened && 'is-open', current && 'is-current', chosen && 'is-chosen'];
  return (
    <tr
      className={['matter-row', ...marks.filter(Boolean)].join(' ')}
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 2}
      aria-current={opened ? 'true' : undefined}
    >
      <td className="cell-standing">
        <StandingChip matter={matter} />
      </td>
      <td className="cell-number number">{matter.number}</td>
      <td className="cell-title">
        <Link
          to="/matters/$matterId"
          params={{ matterId: matter.matterId }}
          search={true}
          onClick={() => props.focus(matter.matterId)}
        >
          {matter.title}
        </Link>
        {chosen && <span className="only-read-out">{t('web.list.isChosen')}</span>}
        {matter.supervised && <span className="mark-supervised">{t('web.list.supervised')}</span>}
        {matter.round > 1 && (
          <span className="mark-round">{t('web.list.round', { count: matter.round })}</span>
        )}
      </td>
      <td className="cell-category muted">{matter.category?.name ?? t('web.list.noCategory')}</td>
      <td className="cell-handler">
        {matter.handler?.name ?? <span className="muted">{matter.area.name}</span>}
      </td>
      <td className="cell-due">
        {matter.dueAt === null ? <span className="muted">—</span> : <Moment at={matter.dueAt} />}
      </td>
    </tr>
  );
}
