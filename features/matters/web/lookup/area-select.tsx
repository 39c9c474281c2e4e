/** Choosing an area by a part of its name. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { ControlProps } from '#ui/forms/field.tsx';
import type { Choice } from './choices.ts';
import { useAreas } from './use-areas.ts';

interface SelectProps {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

interface KnownProps {
  /** A choice that is named even where the list does not hold it. */
  readonly known?: { readonly id: string; readonly name: string } | undefined;
}

export function AreaSelect({ known, ...props }: SelectProps & KnownProps): ReactNode {
  const { choices } = useAreas();
  const missing = known !== undefined && !choices.some(({ value }) => value === known.id);
  return (
    <ById
      {...props}
      choices={missing ? [{ value: known.id, label: known.name }, ...choices] : choices}
    />
  );
}

function ById({
  control,
  value,
  choose,
  choices,
}: SelectProps & { readonly choices: readonly Choice[] }): ReactNode {
  return (
    <Select
      {...control}
      allowClear
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices.map(({ value: id, label }) => ({ value: id, label }))}
      onChange={(id: string | undefined) => choose(id ?? undefined)}
    />
  );
}
