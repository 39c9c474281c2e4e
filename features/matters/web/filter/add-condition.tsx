/** More conditions: state, category, area, unit, period, order. */
import { PlusOutlined } from '@ant-design/icons';
import { DatePicker, Popover, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STATES } from '#features/matters/contract.ts';
import { OrganisationSelect } from '#features/organisations/web/public.ts';
import { Field } from '#ui/forms/field.tsx';
import { useAreas } from '../lookup/use-areas.ts';
import { useCategories } from '../lookup/use-categories.ts';
import type { FilterControl } from './use-filter.ts';

export function AddCondition({ control }: { readonly control: FilterControl }): ReactNode {
  const { t } = useTranslation('matters');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={<Conditions control={control} />}
    >
      <button type="button" className="filter-chip filter-add" aria-expanded={open}>
        <PlusOutlined aria-hidden /> {t('web.filter.add')}
      </button>
    </Popover>
  );
}

function Conditions({ control: { filter, set } }: { readonly control: FilterControl }): ReactNode {
  const { t } = useTranslation('matters');
  const categories = useCategories();
  const areas = useAreas();
  const choices = [
    ['categoryId', categories.all],
    ['areaId', areas.choices],
  ] as const;
  return (
    <div className="conditions">
      <Field label={t('web.filter.key.state')}>
        {(part) => (
          <Select
            {...part}
            mode="multiple"
            allowClear
            value={filter.state?.split(',') ?? []}
            options={STATES.map((state) => ({ value: state, label: t(`web.state.${state}`) }))}
            onChange={(states: string[]) => set('state', states.join(','))}
          />
        )}
      </Field>
      {choices.map(([key, options]) => (
        <Field key={key} label={t(`web.filter.key.${key}`)}>
          {(part) => (
            <Select
              {...part}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={filter[key] ?? null}
              options={options.map(({ value, label }) => ({ value, label }))}
              onChange={(value: string | undefined) => set(key, value ?? undefined)}
            />
          )}
        </Field>
      ))}
      <Field label={t('web.filter.key.organisationId')}>
        {(part) => (
          <OrganisationSelect
            control={part}
            value={filter.organisationId}
            choose={(value) => set('organisationId', value)}
          />
        )}
      </Field>
      <div className="conditions-days">
        {(['from', 'to'] as const).map((key) => (
          <Field key={key} label={t(`web.filter.key.${key}`)}>
            {(part) => (
              <DatePicker
                {...part}
                value={filter[key] === undefined ? null : dayjs(filter[key])}
                onChange={(_date, text) => set(key, typeof text === 'string' ? text : undefined)}
              />
            )}
          </Field>
        ))}
      </div>
    </div>
  );
}
