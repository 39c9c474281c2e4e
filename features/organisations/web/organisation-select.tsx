/** Finds an organisation by a part of its name. */
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRead } from '#ui/client/use-read.ts';
import type { ControlProps } from '#ui/forms/field.tsx';
import { listOrganisations } from '../contract.ts';
import { useOrganisationName } from './use-organisation-name.ts';

interface OrganisationSelectProps {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly choose: (organisationId: string | undefined) => void;
}

export function OrganisationSelect({ control, value, choose }: OrganisationSelectProps): ReactNode {
  const [words, setWords] = useState('');
  const asked = words.trim();
  const read = useRead(
    listOrganisations,
    { query: asked === '' ? {} : { words: asked } },
    { keep: true },
  );
  const found = (read.data?.organisations ?? []).map(({ organisationId, name }) => ({
    value: organisationId as string,
    label: name,
  }));
  const chosen = useOrganisationName(value);
  const missing = value !== undefined && !found.some((option) => option.value === value);
  return (
    <Select
      {...control}
      allowClear
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      options={missing ? [{ value, label: chosen ?? '…' }, ...found] : found}
      onChange={(id: string | undefined) => choose(id ?? undefined)}
    />
  );
}
