/** Which matter this one is joined to: the similar ones first, any other by words or number. */
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { listMatters, type MatterDetail, similarMatters } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import type { ControlProps } from '#ui/forms/field.tsx';

interface TargetSelectProps {
  readonly control: ControlProps;
  readonly matter: MatterDetail;
  readonly value: string | undefined;
  readonly choose: (matterId: string) => void;
}

export function TargetSelect({ control, matter, value, choose }: TargetSelectProps): ReactNode {
  const [words, setWords] = useState('');
  const similar = useRead(similarMatters, { params: { matterId: matter.matterId } });
  const found = useRead(
    listMatters,
    { query: { q: words, open: 'true', limit: 20 } },
    { enabled: words.trim().length > 1, keep: true },
  );
  const rows = words.trim().length > 1 ? found.data?.items : similar.data?.items;
  return (
    <Select
      {...control}
      autoFocus
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      options={(rows ?? [])
        .filter((row) => row.matterId !== matter.matterId)
        .map((row) => ({ value: row.matterId as string, label: `${row.number} ${row.title}` }))}
      onChange={choose}
    />
  );
}
