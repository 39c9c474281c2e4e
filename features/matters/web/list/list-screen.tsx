/** Matters in the order in which they will be late; the detail opens beside. */
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '#features/matters/contract.ts';
import type { MatterId } from '#kernel/ids.ts';
import { BulkPanel } from '../bulk/bulk-panel.tsx';
import { KeepMap } from '../detail/kept-map.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { useFilter } from '../filter/use-filter.ts';
import { useFirstView } from '../views/use-first-view.ts';
import { KeyLegend } from './key-legend.tsx';
import { ListHead } from './list-head.tsx';
import './list-screen.css';
import { MatterGrid } from './matter-grid.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useListLines } from './use-list-lines.ts';
import { useLiveMatters } from './use-live-matters.ts';
import { useRowKeys } from './use-row-keys.ts';

export default function ListScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const control = useFilter();
  const { filter } = control;
  const { matterId } = useParams({ strict: false });
  const navigate = useNavigate();
  useLiveMatters();
  const arriving = useFirstView(control, matterId !== undefined);
  const list = useListLines(filter, !arriving);
  // What was pressed is seen at once, the rows it brings come after.
  const shown = useDeferredValue(list);
  const open = (id: string, step = false): void => {
    navigate({
      to: '/matters/$matterId',
      params: { matterId: id },
      search: filter,
      ...(step && { hash: 'next' }),
    }).catch(reportError);
  };
  const keys = useRowKeys(list.lines, matterId, open);
  const [bulk, setBulk] = useState<{ action: BulkAction; matterIds: readonly MatterId[] }>();
  const begin = (action: BulkAction): void => {
    setBulk({ action, matterIds: [...keys.selected] as MatterId[] });
  };
  const beside = matterId !== undefined || bulk !== undefined;
  return (
    <div className={beside ? 'matters matters-with-detail' : 'matters'}>
      <section className="matters-list" aria-label={t('web.list.title')}>
        <ListHead filter={filter} />
        <p className="screen-purpose">{t('web.list.purpose')}</p>
        <FilterBar control={control} />
        <SelectionBar rows={list.rows} selection={keys} begin={begin} />
        <MatterGrid list={shown} keys={keys} openId={matterId} open={open} control={control} />
        <KeyLegend choosing beside={beside} />
      </section>
      {bulk === undefined ? (
        <KeepMap>
          <Outlet />
        </KeepMap>
      ) : (
        <BulkPanel
          key={`${bulk.action} ${bulk.matterIds.join(' ')}`}
          {...bulk}
          close={(settled) => {
            setBulk(undefined);
            if (settled) keys.clear();
          }}
        />
      )}
    </div>
  );
}
