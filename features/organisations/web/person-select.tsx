/** Finds a person by a part of the name; who already has posts is told apart by them. */
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import type { ControlProps } from '#ui/forms/field.tsx';
import { searchPeople } from '../contract.ts';

interface PersonSelectProps {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly choose: (personId: string | undefined) => void;
}

export function PersonSelect({ control, value, choose }: PersonSelectProps): ReactNode {
  const { t } = useTranslation('organisations');
  const [words, setWords] = useState('');
  const asked = words.trim();
  const read = useRead(
    searchPeople,
    { query: asked === '' ? {} : { words: asked } },
    { keep: true },
  );
  const options = (read.data?.people ?? []).map(({ personId, name, posts }) => {
    const held = posts.map((post) => `${post.organisationName} ${post.title}`);
    return {
      value: personId as string,
      label: held.length === 0 ? t('web.person.free', { name }) : `${name} · ${held.join('、')}`,
    };
  });
  return (
    <Select
      {...control}
      allowClear
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      notFoundContent={t('web.noPeople')}
      options={options}
      onChange={(id: string | undefined) => choose(id ?? undefined)}
    />
  );
}
