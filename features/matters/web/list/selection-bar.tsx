/** What can be done with the rows chosen: a step for all of them, their numbers to take along. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import {
  BULK_MOST,
  type BulkAction,
  bulkActionsFor,
  type MatterSummary,
} from '#features/matters/contract.ts';
import type { RowKeys } from './use-row-keys.ts';

interface SelectionBarProps {
  readonly rows: readonly MatterSummary[];
  readonly selection: RowKeys;
  readonly begin: (action: BulkAction) => void;
}

export function SelectionBar({ rows, selection, begin }: SelectionBarProps): ReactNode {
  const { t } = useTranslation('matters');
  const [copied, setCopied] = useState(false);
  const { posts } = useSession().person;
  const count = selection.selected.size;
  if (count === 0) return null;
  const actions = bulkActionsFor(posts.flatMap(({ roles }) => roles));
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
    <div className="selection-bar">
      <span role="status">{t('web.list.selected', { count })}</span>
      {actions.length > 0 && count <= BULK_MOST && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: actions.map((action) => ({
              key: action,
              label: t(`web.action.${action}.button`),
              onClick: () => begin(action),
            })),
          }}
        >
          <Button size="small" type="primary">
            {t('web.bulk.begin')} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {count > BULK_MOST && (
        <span className="muted">{t('web.bulk.tooMany', { count: BULK_MOST })}</span>
      )}
      <Button size="small" onClick={copy}>
        {t(copied ? 'web.list.copied' : 'web.list.copy')}
      </Button>
      <Button size="small" type="text" onClick={selection.clear}>
        {t('web.list.clear')}
      </Button>
    </div>
  );
}
