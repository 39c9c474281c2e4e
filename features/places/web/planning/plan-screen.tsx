/** One plan: what it changes, what residents said, who was told, and the next step. */
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { LngLat } from '#kernel/geometry/index.ts';
import type { GridPlanId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { getPlan, PLANNERS, planPoints } from '../../contract.ts';
import { Balance } from './balance.tsx';
import { FindingList } from './findings.tsx';
import { GridTable } from './grid-table.tsx';
import { Opinions } from './opinions.tsx';
import type { DrawnGrid } from './plan-layers.ts';
import { PlanPicture } from './plan-picture.tsx';
import { PlanState } from './plan-state.tsx';
import { PlanSteps } from './plan-steps.tsx';
import './notices.css';
import './planning.css';

type Plan = Answer<typeof getPlan>;

export default function PlanScreen(): ReactNode {
  const { planId } = useParams({ strict: false });
  const gridPlanId = (planId ?? '') as GridPlanId;
  const read = useRead(getPlan, { params: { gridPlanId } });
  return (
    <div className="planning-plan">
      <ReadState read={read}>{(plan) => <PlanDetail plan={plan} />}</ReadState>
    </div>
  );
}

function PlanDetail({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('places');
  const mayPlan = carries(useSession(), PLANNERS);
  return (
    <>
      <header className="planning-head">
        <div>
          <p className="muted">
            <Link to="/planning">{t('web.planning.title')}</Link> · {plan.areaName}
          </p>
          <h1>{plan.name}</h1>
        </div>
        <PlanState plan={plan} />
        {mayPlan && (
          <Link to="/planning/table" search={{ area: plan.areaId, plan: plan.gridPlanId }}>
            {t('web.planning.reopen')}
          </Link>
        )}
      </header>
      <dl className="planning-facts">
        <div>
          <dt>{t('web.planning.reason')}</dt>
          <dd>{plan.reason}</dd>
        </div>
        <div>
          <dt>{t('web.planning.proposedBy')}</dt>
          <dd>
            {plan.proposedBy ?? '–'} · <Moment at={plan.proposedAt} />
          </dd>
        </div>
        {plan.withdrawnReason !== null && (
          <div>
            <dt>{t('web.planning.withdrawnReason')}</dt>
            <dd>{plan.withdrawnReason}</dd>
          </div>
        )}
        {plan.decidedBy !== null && (
          <div>
            <dt>{t('web.planning.decidedBy')}</dt>
            <dd>{plan.decidedBy}</dd>
          </div>
        )}
      </dl>
      <PlanSteps plan={plan} />
      <Picture plan={plan} />
      <Balance figures={plan.figures} grids={plan.grids.map(({ figures }) => figures)} />
      {'byHand' in plan.settings ? (
        <p className="muted">{t('web.planning.byHand', { count: plan.settings.steps })}</p>
      ) : (
        <FindingList findings={plan.findings} />
      )}
      <section aria-label={t('web.planning.grids')}>
        <h2>{t('web.planning.grids')}</h2>
        <GridTable
          grids={plan.grids}
          figures={plan.grids.map(({ figures }) => figures)}
          nameOf={(number) => plan.grids[number]?.name ?? ''}
        />
      </section>
      {plan.consultFrom !== null && <Opinions plan={plan} />}
      {plan.told.length > 0 && <Told told={plan.told} />}
    </>
  );
}

/** Households are shown to who plans or decides; the others see the borders. */
function Picture({ plan }: { readonly plan: Plan }): ReactNode {
  const session = useSession();
  const { gridPlanId, grids } = plan;
  const maySee = carries(session, planPoints.audience as readonly Role[]);
  const read = useRead(
    planPoints,
    { params: { gridPlanId } },
    { enabled: maySee, fresh: Number.POSITIVE_INFINITY },
  );
  const picture = useMemo(() => {
    const points = read.data?.points ?? [];
    const homes = points.map(([lng, lat]): LngLat => [lng, lat]);
    const moved = homes.filter((_, at) => {
      const [, , , from = -1, to = -1] = points[at] ?? [];
      return from >= 0 && from !== to;
    });
    const pinned = homes.filter((_, at) => points[at]?.[6]);
    const today = grids.map(
      ({ name, today: geometry }, number): DrawnGrid => ({ number, name, geometry }),
    );
    const planned = grids.map(
      ({ name, geometry }, number): DrawnGrid => ({ number, name, geometry }),
    );
    return { today, plan: planned, homes, moved, pinned };
  }, [grids, read.data]);
  // The map is placed once, so it waits for the households.
  if (maySee && read.isPending) return null;
  return <PlanPicture {...picture} />;
}

function Told({ told }: Pick<Plan, 'told'>): ReactNode {
  const { t } = useTranslation('places');
  return (
    <section aria-label={t('web.planning.toldWhom')}>
      <h2>{t('web.planning.toldWhom')}</h2>
      <ul className="planning-list">
        {told.map((one) => (
          <li key={`${one.title} ${one.organisationName} ${one.stage} ${one.toldAt}`}>
            <span>
              {one.title} · {one.organisationName}
            </span>
            <span>{t(`web.planning.stage.${one.stage}`)}</span>
            <span className="muted">
              {one.seenAt === null ? (
                t('web.planning.told.notRead')
              ) : (
                <>
                  {t('web.planning.told.wasRead')} <Moment at={one.seenAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
