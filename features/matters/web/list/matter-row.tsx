/** One matter in the list: a row on a wide screen, a card on a narrow one; its link reaches over all of it. */
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, MatterSummary } from '#features/matters/contract.ts';
import { Moment } from '#ui/time/moment.tsx';
import { StandingChip } from '../standing/standing-chip.tsx';
import { tellingOf } from './columns.ts';

interface MatterRowProps {
  readonly matter: MatterSummary;
  readonly columns: readonly Column[];
  readonly index: number;
  readonly offset: number;
  readonly current: boolean;
  readonly opened: boolean;
  readonly chosen: boolean;
  readonly focus: (id: string) => void;
  readonly choose: (id: string, through: boolean) => void;
}

const COMPARED = ['matter', 'columns', 'index', 'offset', 'current', 'opened', 'chosen'] as const;

export const MatterRow = memo(Row, (a, b) => COMPARED.every((name) => a[name] === b[name]));

function Row(props: MatterRowProps): ReactNode {
  const { t } = useTranslation('matters');
  const { matter, columns, index, offset, current, opened, chosen } = props;
  const marks = [opened && 'is-open', current && 'is-current', chosen && 'is-chosen'];
  const few = tellingOf(columns);
  return (
    <tr
      className={['matter-row', ...marks.filter(Boolean)].join(' ')}
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 2}
      aria-current={opened ? 'true' : undefined}
    >
      <td className="cell-choose">
        <label>
          <input
            type="checkbox"
            aria-label={t('web.list.chooseOne', { number: matter.number })}
            checked={chosen}
            onChange={(event) => {
              const { shiftKey } = event.nativeEvent as MouseEvent;
              props.choose(matter.matterId, shiftKey === true);
            }}
          />
        </label>
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={few.includes(column) ? `cell-${column}` : `cell-${column} cell-more`}
        >
          {column === 'title' ? (
            <Title matter={matter} chosen={chosen} focus={props.focus} />
          ) : (
            <Cell column={column} matter={matter} />
          )}
        </td>
      ))}
    </tr>
  );
}

function Title({
  matter,
  chosen,
  focus,
}: Pick<MatterRowProps, 'matter' | 'chosen' | 'focus'>): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <>
      <Link
        to="/matters/$matterId"
        params={{ matterId: matter.matterId }}
        search={true}
        onClick={() => focus(matter.matterId)}
      >
        {matter.title}
      </Link>
      {chosen && <span className="only-read-out">{t('web.list.isChosen')}</span>}
      {matter.supervised && <span className="mark-supervised">{t('web.list.supervised')}</span>}
      {matter.round > 1 && (
        <span className="mark-round">{t('web.list.round', { count: matter.round })}</span>
      )}
    </>
  );
}

interface CellProps {
  readonly column: Exclude<Column, 'title'>;
  readonly matter: MatterSummary;
}

function Cell({ column, matter }: CellProps): ReactNode {
  const { t } = useTranslation('matters');
  switch (column) {
    case 'standing':
      return <StandingChip matter={matter} />;
    case 'number':
      return <span className="number">{matter.number}</span>;
    case 'category':
      return <span className="muted">{matter.category?.name ?? t('web.list.noCategory')}</span>;
    case 'area':
      return matter.area.name;
    case 'handler':
      return matter.handler?.name ?? <span className="muted">{matter.area.name}</span>;
    case 'source':
      return <span className="muted">{t(`web.source.${matter.source}`)}</span>;
    case 'state':
      return t(`web.state.${matter.state}`);
    case 'reported':
      return <Time at={matter.reportedAt} />;
    case 'due':
      return <Time at={matter.dueAt} />;
    case 'closed':
      return <Time at={matter.closedAt} />;
  }
}

function Time({ at }: { readonly at: string | null }): ReactNode {
  return at === null ? <span className="muted">—</span> : <Moment at={at} />;
}
