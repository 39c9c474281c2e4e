/** Choosing an area by a part of its name, of those one reaches. */
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import type { ControlProps } from '#ui/forms/field.tsx';
import { getArea, listAreas } from '../../contract.ts';

interface AreaChoiceProps {
  readonly control: ControlProps;
  readonly value: AreaId | undefined;
  readonly choose: (areaId: AreaId | undefined) => void;
}

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

export function AreaChoice({ control, value, choose }: AreaChoiceProps): ReactNode {
  const { i18n } = useTranslation('places');
  const [words, setWords] = useState('');
  const asked = words.trim();
  const found = useRead(listAreas, { query: asked === '' ? {} : { words: asked } }, { keep: true });
  const roots = found.data?.areas ?? [];
  // Of one's own areas also those right below, so that most people need not type.
  const first = roots.length === 1 && asked === '' ? roots[0]?.areaId : undefined;
  const below = useRead(
    listAreas,
    { query: first === undefined ? {} : { parentId: first } },
    { enabled: first !== undefined },
  );
  const chosen = useRead(
    getArea,
    { params: { areaId: value ?? '' } },
    { enabled: value !== undefined },
  );
  const nameOf = ({ name, nameEn }: Named): string =>
    i18n.language === 'en' && nameEn !== '' ? nameEn : name;
  const areas = [...roots, ...(first === undefined ? [] : (below.data?.areas ?? []))];
  const options = areas.map((area) => ({ value: area.areaId as string, label: nameOf(area) }));
  const missing = value !== undefined && !options.some((option) => option.value === value);
  const own = chosen.data === undefined ? '…' : nameOf(chosen.data);
  return (
    <Select
      {...control}
      className="planning-area"
      allowClear
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      options={missing ? [{ value, label: own }, ...options] : options}
      onChange={(id: string | undefined) => choose(id as AreaId | undefined)}
    />
  );
}
