/** Finds an area by a part of its name or code. */
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import type { ControlProps } from '#ui/forms/field.tsx';
import { getArea, listAreas } from '../contract.ts';

const AN_HOUR = 3_600_000;

interface AreaSelectProps {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly choose: (areaId: string | undefined) => void;
}

export function AreaSelect({ control, value, choose }: AreaSelectProps): ReactNode {
  const [words, setWords] = useState('');
  const asked = words.trim();
  const read = useRead(listAreas, { query: asked === '' ? {} : { words: asked } }, { keep: true });
  const found = (read.data?.areas ?? []).map(({ areaId, name, code }) => ({
    value: areaId as string,
    label: code === null ? name : `${name} ${code}`,
  }));
  const chosen = useAreaName(value);
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

/** The name of an area by its id, with the word where it has ended; undefined while it is read, or out of reach. */
export function useAreaName(areaId: string | undefined): string | undefined {
  const { t } = useTranslation('places');
  const read = useRead(
    getArea,
    { params: { areaId: (areaId ?? '') as AreaId } },
    { fresh: AN_HOUR, enabled: areaId !== undefined },
  );
  if (read.data === undefined) return undefined;
  const { name, endedOn } = read.data;
  return endedOn === null ? name : t('web.endedName', { name });
}
