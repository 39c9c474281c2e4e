/** Matters in the order in which they will be late; the detail opens beside. */
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const open = (id: string, step = false): void => {
    navigate({
      to: '/matters/$matterId',
      params: { matterId: id },
      search: filter,
      ...(step && { hash: 'next' }),
    }).catch(reportError);
  };
  const keys = useRowKeys(list.lines, matterId, open, list.toggle);
  return (
    <div className={matterId === undefined ? 'matters' : 'matters matters-with-detail'}>
      <section className="matters-list" aria-label={t('web.list.title')}>
        <ListHead filter={filter} />
        <p className="screen-purpose">{t('web.list.purpose')}</p>
        <FilterBar control={control} />
        <SelectionBar rows={list.rows} selection={keys} />
        <MatterGrid list={list} keys={keys} openId={matterId} control={control} />
        <KeyLegend choosing />
      </section>
      <Outlet />
    </div>
  );
}
