/** How what is found is shown: order, groups, and the columns in their order. */
import { ArrowDownOutlined, ArrowUpOutlined, LayoutOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  COLUMNS,
  type Column,
  GROUPINGS,
  SORTS,
  USUAL_COLUMNS,
} from '#features/matters/contract.ts';
import { Field, FieldGroup } from '#ui/forms/field.tsx';
import { columnsOfAddress, groupingOf, sortOf } from './filter-address.ts';
import type { FilterControl } from './use-filter.ts';

export function DisplayMenu({ control }: { readonly control: FilterControl }): ReactNode {
  const { t } = useTranslation('matters');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={<Display control={control} />}
    >
      <button type="button" className="filter-chip filter-add" aria-expanded={open}>
        <LayoutOutlined aria-hidden /> {t('web.display.title')}
      </button>
    </Popover>
  );
}

function Display({ control: { filter, set } }: { readonly control: FilterControl }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <div className="conditions">
      <Field label={t('web.display.sort')}>
        {(part) => (
          <Select
            {...part}
            value={sortOf(filter)}
            options={SORTS.map((sort) => ({ value: sort, label: t(`web.list.sorted.${sort}`) }))}
            onChange={(sort) => set('sort', sort === 'due' ? undefined : sort)}
          />
        )}
      </Field>
      <Field label={t('web.display.group')}>
        {(part) => (
          <Select
            {...part}
            value={groupingOf(filter) ?? ''}
            options={[
              { value: '', label: t('web.display.noGroup') },
              ...GROUPINGS.map((by) => ({ value: by as string, label: t(`web.group.by.${by}`) })),
            ]}
            onChange={(by) => set('group', by)}
          />
        )}
      </Field>
      <Columns
        columns={columnsOfAddress(filter)}
        choose={(columns) =>
          set('columns', columns.join() === USUAL_COLUMNS.join() ? undefined : columns.join(','))
        }
      />
    </div>
  );
}

interface ColumnsProps {
  readonly columns: readonly Column[];
  readonly choose: (columns: readonly Column[]) => void;
}

function Columns({ columns, choose }: ColumnsProps): ReactNode {
  const { t } = useTranslation('matters');
  const hidden = COLUMNS.filter((column) => !columns.includes(column));
  const move = (at: number, by: number): void => {
    const next = [...columns];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + by, 0, moved);
    choose(next);
  };
  const change = (column: Column, shown: boolean): void =>
    choose(shown ? [...columns, column] : columns.filter((one) => one !== column));
  return (
    <FieldGroup label={t('web.display.columns')}>
      <ul className="column-choice">
        {[...columns, ...hidden].map((column, at) => {
          const shown = at < columns.length;
          const name = t(`web.column.${column}`);
          return (
            <li key={column}>
              <Checkbox
                checked={shown}
                disabled={column === 'title'}
                onChange={(event) => change(column, event.target.checked)}
              >
                {name}
              </Checkbox>
              {shown && (
                <span className="column-moves">
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined aria-hidden />}
                    aria-label={t('web.display.forward', { name })}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined aria-hidden />}
                    aria-label={t('web.display.back', { name })}
                    disabled={at === columns.length - 1}
                    onClick={() => move(at, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
