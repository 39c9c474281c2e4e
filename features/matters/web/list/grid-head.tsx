/** The heads of the columns: days are sorted by, names are grouped by; pressing one does it, pressing again undoes it. */
import { CaretDownOutlined, CaretUpOutlined, GroupOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Grouping, Sort } from '#features/matters/contract.ts';
import { groupingOf, sortOf } from '../filter/filter-address.ts';
import type { FilterControl } from '../filter/use-filter.ts';
import { tellingOf } from './columns.ts';

interface GridHeadProps {
  readonly columns: readonly Column[];
  readonly control: FilterControl;
  readonly chosen: 'all' | 'some' | 'none';
  readonly chooseAll: () => void;
}

/** First press, second press. */
const SORTED_BY: Partial<Record<Column, readonly [Sort, Sort]>> = {
  due: ['due', 'due_desc'],
  reported: ['reported', 'reported_asc'],
};
const GROUPED_BY: Partial<Record<Column, Grouping>> = {
  standing: 'urgency',
  category: 'category',
  area: 'area',
  handler: 'handler',
  source: 'source',
  state: 'state',
};
const FALLING: readonly Sort[] = ['due_desc', 'reported'];

export function GridHead({ columns, control, chosen, chooseAll }: GridHeadProps): ReactNode {
  const { t } = useTranslation('matters');
  const few = tellingOf(columns);
  return (
    <thead>
      <tr className="matter-grid-head" aria-rowindex={1}>
        <th scope="col" className="cell-choose">
          <label>
            <input
              type="checkbox"
              aria-label={t('web.list.chooseAll')}
              checked={chosen === 'all'}
              ref={(box) => {
                if (box !== null) box.indeterminate = chosen === 'some';
              }}
              onChange={chooseAll}
            />
          </label>
        </th>
        {columns.map((column) => (
          <Head key={column} column={column} control={control} few={few.includes(column)} />
        ))}
      </tr>
    </thead>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly control: FilterControl;
  readonly few: boolean;
}

function Head({ column, control: { filter, set }, few }: HeadProps): ReactNode {
  const { t } = useTranslation('matters');
  const sort = sortOf(filter);
  const sorts = SORTED_BY[column];
  const group = GROUPED_BY[column];
  const label = t(`web.column.${column}`);
  const className = few ? undefined : 'cell-more';
  if (sorts !== undefined) {
    const next = sort === sorts[0] ? sorts[1] : sorts[0];
    const sorted = sorts.includes(sort);
    const falling = FALLING.includes(sort);
    const direction = falling ? 'descending' : 'ascending';
    return (
      <th scope="col" className={className} aria-sort={sorted ? direction : undefined}>
        <button
          type="button"
          className="head-button"
          title={t(`web.list.sorted.${next}`)}
          onClick={() => set('sort', next === 'due' ? undefined : next)}
        >
          {label}
          {sorted &&
            (falling ? <CaretDownOutlined aria-hidden /> : <CaretUpOutlined aria-hidden />)}
        </button>
      </th>
    );
  }
  if (group === undefined) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const grouped = groupingOf(filter) === group;
  return (
    <th scope="col" className={className}>
      <button
        type="button"
        className="head-button"
        aria-pressed={grouped}
        title={t(grouped ? 'web.group.undo' : 'web.group.do', { what: t(`web.group.by.${group}`) })}
        onClick={() => set('group', grouped ? undefined : group)}
      >
        {label}
        {grouped && <GroupOutlined aria-hidden />}
      </button>
    </th>
  );
}
