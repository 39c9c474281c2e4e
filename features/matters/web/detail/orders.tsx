/** The orders in writing that there are for a matter, to print or to take along. */
import { FileTextOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MatterDetail, ordersOf } from '#features/matters/contract.ts';

export function Orders({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  const orders = ordersOf(matter);
  if (orders.length === 0) return null;
  return (
    <ul className="orders" aria-label={t('web.order.orders')}>
      {orders.map((order) => (
        <li key={order}>
          <Link to="/matters/$matterId/orders/$order" params={{ matterId: matter.matterId, order }}>
            <FileTextOutlined aria-hidden /> {t(`web.order.${order}.title`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
