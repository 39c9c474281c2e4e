/** Which of the chosen matters the step fits and why not the others, before anything is done. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '#features/matters/contract.ts';
import type { Bulk, Previewed } from './use-bulk.ts';

interface BulkPreviewProps {
  readonly action: BulkAction;
  readonly bulk: Bulk;
}

export function BulkPreview({ action, bulk }: BulkPreviewProps): ReactNode {
  const { t } = useTranslation('matters');
  const fit = bulk.items.filter(({ refusal }) => refusal === null);
  const others = bulk.items.filter(({ refusal }) => refusal !== null);
  const back = fit.filter((item) => item.back !== null).length;
  return (
    <>
      <div className="bulk-lists">
        {others.length > 0 && (
          <section>
            <h3>{t('web.bulk.not', { count: others.length })}</h3>
            <Items
              items={others}
              says={({ state, refusal }) => `${t(`web.state.${state}`)} · ${refusal}`}
            />
          </section>
        )}
        <section>
          <h3>{t('web.bulk.fit', { count: fit.length })}</h3>
          <Items items={fit} says={({ state }) => t(`web.state.${state}`)} />
        </section>
      </div>
      {fit.length > 0 && (
        <p className="muted">
          {t(back === 0 ? 'web.bulk.noBack' : 'web.bulk.hasBack', { count: back })}
        </p>
      )}
      <div className="form-buttons">
        <Button type="primary" autoFocus disabled={fit.length === 0} onClick={bulk.take}>
          {t('web.bulk.take', { what: t(`web.action.${action}.button`), count: fit.length })}
        </Button>
        <Button onClick={bulk.change}>{t('web.bulk.change')}</Button>
      </div>
    </>
  );
}

interface ItemsProps {
  readonly items: readonly Previewed[];
  readonly says: (item: Previewed) => string;
}

export function Items({ items, says }: ItemsProps): ReactNode {
  return (
    <ul className="bulk-items">
      {items.map((item) => (
        <li key={item.matterId}>
          <span className="number">{item.number}</span>
          <span className="bulk-title">{item.title}</span>
          <span className="muted">{says(item)}</span>
        </li>
      ))}
    </ul>
  );
}
