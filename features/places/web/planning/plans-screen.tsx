/** Plans for grids: what was proposed, what residents are heard about, what holds; and what one's posts were told. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { listPlans, PLANNERS, type PlanSummary } from '../../contract.ts';
import { Notices } from './notices.tsx';
import './notices.css';
import './planning.css';
import { PlanState } from './plan-state.tsx';

export default function PlansScreen(): ReactNode {
  const { t } = useTranslation('places');
  const session = useSession();
  const read = useRead(listPlans, {});
  const mayPlan = carries(session, PLANNERS);
  return (
    <div className="planning-plans">
      <ScreenHead title={t('web.planning.title')} purpose={t('web.planning.purpose')}>
        {mayPlan && (
          <>
            <Link to="/redraw">{t('web.nav.draw')}</Link>
            <Link className="planning-begin" to="/planning/table">
              {t('web.planning.begin')}
            </Link>
          </>
        )}
      </ScreenHead>
      <Notices />
      <section aria-label={t('web.planning.plans')}>
        <h2>{t('web.planning.plans')}</h2>
        <ReadState read={read}>
          {({ plans }) =>
            plans.length === 0 ? (
              <Empty title={t('web.planning.noPlans')}>
                {t(mayPlan ? 'web.planning.noPlansNext' : 'web.planning.noPlansWait')}
              </Empty>
            ) : (
              <ul className="planning-list">
                {plans.map((plan) => (
                  <PlanItem key={plan.gridPlanId} plan={plan} />
                ))}
              </ul>
            )
          }
        </ReadState>
      </section>
    </div>
  );
}

function PlanItem({ plan }: { readonly plan: PlanSummary }): ReactNode {
  const { t } = useTranslation('places');
  const { gridPlanId, name, areaName, figures, proposedAt, unanswered } = plan;
  return (
    <li>
      <Link to="/planning/$planId" params={{ planId: gridPlanId }}>
        {name}
      </Link>
      <PlanState plan={plan} />
      <span className="muted">
        {areaName} · {t('web.planning.inShort', { ...figures })} · <Moment at={proposedAt} />
      </span>
      {unanswered > 0 && <strong>{t('web.planning.waitsForReply', { count: unanswered })}</strong>}
    </li>
  );
}
