/** What the list shows, how many, and how the month goes. */
import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { countMatters, enterMatter, exportMatters } from '#features/matters/contract.ts';
import type { Role } from '#kernel/role.ts';
import { addressOf } from '#ui/client/address.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ImportLink } from '#ui/desk/import-link.tsx';
import { type FilterQuery, queryOf } from '../filter/filter-address.ts';
import './list-head.css';
import { MonthRates } from './month-rates.tsx';

/** Stands still while keys walk through the rows. */
export const ListHead = memo(Head);

function Head({ filter }: { readonly filter: FilterQuery }): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const session = useSession();
  const count = useRead(countMatters, { query: queryOf(filter) }, { keep: true });
  const enters = carries(session, enterMatter.audience as readonly Role[]);
  return (
    <header className="list-head">
      <h1>{t('web.list.title')}</h1>
      <p className="muted" role="status">
        {t(`web.list.sorted.${filter.sort ?? 'due'}`)}
        {count.data !== undefined &&
          t('web.list.count', {
            count: count.data.count,
            shown: count.data.count.toLocaleString(i18n.language),
          })}
      </p>
      <MonthRates />
      <span className="list-head-acts">
        <Button
          type="text"
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportMatters.path, undefined, filter)}
          download
        >
          {t('web.list.export')}
        </Button>
        {carries(session, ['intake']) && <ImportLink kind="matters" />}
        {enters && (
          <Link to="/enter" className="link-button">
            <PlusOutlined aria-hidden /> {t('web.list.enter')}
          </Link>
        )}
      </span>
    </header>
  );
}
