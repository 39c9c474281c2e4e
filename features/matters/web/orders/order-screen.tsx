/** 交办单 and 督办单: the order of a matter on paper. */
import { DownloadOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import {
  getMatter,
  type MatterDetail,
  matterOrder,
  ORDERS,
  type Order,
  type OrderFacts,
  orderFacts,
} from '#features/matters/contract.ts';
import type { MatterId } from '#kernel/ids.ts';
import { addressOf } from '#ui/client/address.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Sheet } from '#ui/print/sheet.tsx';
import { usePlace } from '../lookup/use-place.ts';
import './order-screen.css';
import { useOrderRows } from './use-order-rows.ts';

export default function OrderScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const { matterId, order } = useParams({ strict: false });
  const known = ORDERS.find((one) => one === order);
  const read = useRead(getMatter, { params: { matterId: String(matterId) as MatterId } });
  return (
    <ReadState read={read} rows={12}>
      {(matter) => {
        const facts = known && orderFacts(known, matter);
        if (known === undefined || facts === undefined) {
          return (
            <Empty title={t('web.order.none')}>
              <Link to="/matters/$matterId" params={{ matterId: String(matterId) }}>
                {t('web.order.back')}
              </Link>
            </Empty>
          );
        }
        return <OrderSheet matter={matter} order={known} facts={facts} />;
      }}
    </ReadState>
  );
}

interface OrderSheetProps {
  readonly matter: MatterDetail;
  readonly order: Order;
  readonly facts: OrderFacts;
}

function OrderSheet({ matter, order, facts }: OrderSheetProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const session = useSession();
  const place = usePlace();
  const rows = useOrderRows(matter, order, facts);
  const { matterId } = matter;
  const tenant = (i18n.language === 'en' && place.data?.tenantNameEn) || session.tenant.name;
  return (
    <Sheet
      size="a4"
      label={t(`web.order.${order}.title`)}
      tools={
        <>
          <Link to="/matters/$matterId" params={{ matterId }} search={{ open: 'true' }}>
            {t('web.order.back')}
          </Link>
          <a href={addressOf(matterOrder.path, { matterId, order }, undefined)} download>
            <DownloadOutlined aria-hidden /> {t('web.order.file')}
          </a>
        </>
      }
    >
      <header className="order-head">
        <h1>
          <span>{tenant}</span>
          <span>{t(`web.order.${order}.title`)}</span>
        </h1>
        {place.data?.demonstration === true && <p>{t('web.order.demonstration')}</p>}
        <p className="order-number">
          <span>
            {t('web.order.number')} {matter.number}
          </span>
          <span>
            {t(`web.order.${order}.at`)} {rows.time(facts.issuedAt)}
          </span>
        </p>
      </header>
      <table className="order-table">
        <tbody>
          {rows.pairs.map(([left, right]) => (
            <tr key={left.label}>
              <th scope="row">{t(`web.order.${left.label}`)}</th>
              <td>{left.text}</td>
              <th scope="row">{t(`web.order.${right.label}`)}</th>
              <td>{right.text}</td>
            </tr>
          ))}
          {rows.wide.map(({ label, text }) => (
            <tr key={label} className={`order-${label}`}>
              <th scope="row">{t(`web.order.${label}`)}</th>
              <td colSpan={3}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
