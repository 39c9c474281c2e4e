/** What can be done with the rows chosen: take their numbers along, or let them go. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterSummary } from '#features/matters/contract.ts';
import type { RowKeys } from './use-row-keys.ts';

interface SelectionBarProps {
  readonly rows: readonly MatterSummary[];
  readonly selection: RowKeys;
}

export function SelectionBar({ rows, selection }: SelectionBarProps): ReactNode {
  const { t } = useTranslation('matters');
  const [copied, setCopied] = useState(false);
  if (selection.selected.size === 0) return null;
  const lines = rows
    .filter((row) => selection.selected.has(row.matterId))
    .map((row) => `${row.number}\t${row.title}`);
  const copy = (): void => {
    navigator.clipboard
      .writeText(lines.join('\n'))
      .then(() => setCopied(true))
      .catch(reportError);
  };
  return (
    <div className="selection-bar" role="status">
      <span>{t('web.list.selected', { count: selection.selected.size })}</span>
      <Button size="small" onClick={copy}>
        {t(copied ? 'web.list.copied' : 'web.list.copy')}
      </Button>
      <Button size="small" type="text" onClick={selection.clear}>
        {t('web.list.clear')}
      </Button>
    </div>
  );
}
