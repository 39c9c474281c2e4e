/** The planning table: households and the grids of today, drawn anew while one looks. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaId, type GridPlanId, isId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { Field } from '#ui/forms/field.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { planningGround } from '../../contract.ts';
import { AreaChoice } from './area-choice.tsx';
import './planning.css';
import { Reopened } from './reopened.tsx';
import { Table } from './table.tsx';

export default function TableScreen(): ReactNode {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const address: Record<string, unknown> = useSearch({ strict: false });
  const { area, plan } = address;
  const areaId = typeof area === 'string' && isId(area) ? (area as AreaId) : undefined;
  const planId = typeof plan === 'string' && isId(plan) ? (plan as GridPlanId) : undefined;
  const choose = (chosen: AreaId | undefined): void => {
    navigate({ to: '.', search: chosen === undefined ? {} : { area: chosen } }).catch(reportError);
  };
  return (
    <div className="planning-table">
      <ScreenHead title={t('web.planning.table')} purpose={t('web.planning.tablePurpose')}>
        <Field label={t('web.planning.area')}>
          {(control) => <AreaChoice control={control} value={areaId} choose={choose} />}
        </Field>
      </ScreenHead>
      {areaId === undefined ? (
        <Empty title={t('web.planning.noArea')}>{t('web.planning.noAreaNext')}</Empty>
      ) : (
        <TableOf key={`${areaId} ${planId}`} areaId={areaId} planId={planId} />
      )}
    </div>
  );
}

/** What lies on the table does not change under one's hands: it is read once. */
function TableOf({
  areaId,
  planId,
}: {
  readonly areaId: AreaId;
  readonly planId: GridPlanId | undefined;
}): ReactNode {
  const read = useRead(planningGround, { params: { areaId } }, { fresh: Number.POSITIVE_INFINITY });
  return (
    <ReadState read={read}>
      {(told) =>
        planId === undefined ? (
          <Table told={told} />
        ) : (
          <Reopened planId={planId}>{(begins) => <Table told={told} begins={begins} />}</Reopened>
        )
      }
    </ReadState>
  );
}
