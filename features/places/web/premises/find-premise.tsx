/** An address, typed as it is said, leads to its line. */
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useSettled } from '#ui/client/use-settled.ts';
import { findPremises } from '../../contract.ts';

interface FindPremiseProps {
  readonly areaId: AreaId;
  /** @param path from the building down */
  readonly choose: (siteId: string, path: readonly string[]) => void;
}

export function FindPremise({ areaId, choose }: FindPremiseProps): ReactNode {
  const { t } = useTranslation('places');
  const [words, setWords] = useState('');
  const asked = useSettled(words.trim(), 200);
  const read = useRead(
    findPremises,
    { params: { areaId }, query: { words: asked } },
    { enabled: asked !== '', keep: true },
  );
  const found = asked === '' ? [] : (read.data?.found ?? []);
  return (
    <Select
      className="premises-find"
      aria-label={t('web.premises.find')}
      placeholder={t('web.premises.find')}
      value={null}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      notFoundContent={asked === '' ? null : t('web.premises.notFound')}
      options={found.map(({ premiseId, siteName, areaName, path }) => ({
        value: premiseId as string,
        label: `${[siteName, ...path.map(({ name }) => name)].join(' ')} · ${areaName}`,
      }))}
      onChange={(id: string | null) => {
        const one = found.find(({ premiseId }) => premiseId === id);
        if (one === undefined) return;
        setWords('');
        choose(
          one.siteId,
          one.path.map(({ premiseId }) => premiseId),
        );
      }}
    />
  );
}
