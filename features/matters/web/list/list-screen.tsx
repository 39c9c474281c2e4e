/** Matters in the order in which they will be late; the detail opens beside. */
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../filter/filter-bar.tsx';
import { useFilter } from '../filter/use-filter.ts';
import { KeyLegend } from './key-legend.tsx';
import { ListHead } from './list-head.tsx';
import './list-screen.css';
import { MatterGrid } from './matter-grid.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useLiveMatters } from './use-live-matters.ts';
import { useMatterPages } from './use-matter-pages.ts';
import { useRowKeys } from './use-row-keys.ts';

export default function ListScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const control = useFilter();
  const { filter, replace } = control;
  const { matterId } = useParams({ strict: false });
  const navigate = useNavigate();
  const pages = useMatterPages(filter);
  useLiveMatters();
  const arrive = useEffectEvent(() => {
    // Without a word on it, what is still open is meant; taking that away later shows everything.
    if (Object.keys(filter).length === 0 && matterId === undefined) replace({ open: 'true' });
  });
  useEffect(() => arrive(), []);
  const open = (id: string, step = false): void => {
    navigate({
      to: '/matters/$matterId',
      params: { matterId: id },
      search: filter,
      ...(step && { hash: 'next' }),
    }).catch(reportError);
  };
  const keys = useRowKeys(pages.rows, matterId, open);
  return (
    <div className={matterId === undefined ? 'matters' : 'matters matters-with-detail'}>
      <section className="matters-list" aria-label={t('web.list.title')}>
        <ListHead filter={filter} />
        <p className="screen-purpose">{t('web.list.purpose')}</p>
        <FilterBar control={control} />
        <SelectionBar rows={pages.rows} selection={keys} />
        <MatterGrid pages={pages} keys={keys} openId={matterId} filter={filter} />
        <KeyLegend />
      </section>
      <Outlet />
    </div>
  );
}
