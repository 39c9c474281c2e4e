/** Finds a category by any part of its name, its group or its code. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '#ui/forms/field.tsx';
import { useCategories } from './use-categories.ts';

interface CategorySelectProps {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly first?: boolean;
  readonly choose: (categoryId: string | undefined) => void;
}

export function CategorySelect({
  control,
  value,
  choose,
  first = false,
}: CategorySelectProps): ReactNode {
  const { choices } = useCategories();
  return (
    <Select
      {...control}
      autoFocus={first}
      allowClear
      value={value ?? null}
      showSearch={{
        filterOption: (words, option) =>
          words
            .toLowerCase()
            .split(/\s+/)
            .every((word) => `${option?.label} ${option?.code}`.toLowerCase().includes(word)),
      }}
      options={choices.map(({ value: id, label, code }) => ({ value: id, label, code }))}
      onChange={(id: string | undefined) => choose(id ?? undefined)}
    />
  );
}

interface ConditionSelectProps {
  readonly control: ControlProps;
  readonly categoryId: string | undefined;
  readonly value: string | undefined;
  readonly choose: (condition: string) => void;
}

/** Circumstances of a category that change its limits; disabled where it has none. */
export function ConditionSelect({
  control,
  categoryId,
  value,
  choose,
}: ConditionSelectProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const { choices } = useCategories();
  const conditions =
    choices.find((choice) => choice.value === categoryId)?.category.conditions ?? [];
  return (
    <Select
      {...control}
      disabled={conditions.length === 0}
      value={value ?? ''}
      options={[
        { value: '', label: t('web.field.noCondition') },
        ...conditions.map(({ code, name, nameEn }) => ({
          value: code,
          label: i18n.language === 'en' && nameEn !== '' ? nameEn : name,
        })),
      ]}
      onChange={choose}
    />
  );
}
