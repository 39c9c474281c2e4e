/** One matter in the list: a row on a wide screen, a card on a narrow one; its link reaches over all of it. */
import type { TFunction } from 'i18next';
import { memo, type ReactNode } from 'react';
import type { Column, MatterSummary } from '#features/matters/contract.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ItemLink } from '#ui/lists/item-link.tsx';
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
  readonly addressOf: (id: string) => string;
  readonly open: (id: string) => void;
  readonly choose: (id: string, through: boolean) => void;
}

/** Drawn anew only where something of it changed: what it is given stays the same otherwise. */
export const MatterRow = memo(Row);

function Row(props: MatterRowProps): ReactNode {
  const t = useTexts('matters');
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
          {column === 'title' ? <Title {...props} t={t} /> : cellOf(column, matter, t)}
        </td>
      ))}
    </tr>
  );
}

function Title(props: MatterRowProps & { readonly t: TFunction<'matters'> }): ReactNode {
  const { matter, chosen, opened, t } = props;
  return (
    <>
      <ItemLink
        href={props.addressOf(matter.matterId)}
        here={opened}
        follow={() => props.open(matter.matterId)}
      >
        {matter.title}
      </ItemLink>
      {chosen && <span className="only-read-out">{t('web.list.isChosen')}</span>}
      {matter.supervised && <span className="mark-supervised">{t('web.list.supervised')}</span>}
      {matter.round > 1 && (
        <span className="mark-round">{t('web.list.round', { count: matter.round })}</span>
      )}
    </>
  );
}

function cellOf(
  column: Exclude<Column, 'title'>,
  matter: MatterSummary,
  t: TFunction<'matters'>,
): ReactNode {
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
      return timeOf(matter.reportedAt);
    case 'due':
      return timeOf(matter.dueAt);
    case 'closed':
      return timeOf(matter.closedAt);
  }
}

function timeOf(at: string | null): ReactNode {
  return at === null ? <span className="muted">—</span> : <Moment at={at} />;
}
