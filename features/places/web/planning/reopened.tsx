/** A plan that was proposed, back on the table: its households, wishes and pins as the beginning of another. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import type { GridPlanId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getPlan, planPoints } from '../../contract.ts';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { Wishes } from './settings.tsx';

/** What a table begins with in place of the usual. */
export interface Beginning {
  readonly dropped: Dropped;
  readonly wishes: Partial<Wishes>;
  /** Numbers of points. */
  readonly pins: ReadonlySet<number>;
}

interface ReopenedProps {
  readonly planId: GridPlanId;
  readonly children: (begins: Beginning) => ReactNode;
}

/** What lies on the table does not change under one's hands: it is read once. */
export function Reopened({ planId, children }: ReopenedProps): ReactNode {
  const { t } = useTranslation('places');
  const asked = { params: { gridPlanId: planId } };
  const once = { fresh: Number.POSITIVE_INFINITY };
  const plan = useRead(getPlan, asked, once);
  const points = useRead(planPoints, asked, once);
  const begins = useMemo(
    () =>
      plan.data === undefined || points.data === undefined
        ? undefined
        : beginningOf(plan.data, points.data),
    [plan.data, points.data],
  );
  if (begins === undefined)
    return (
      <ReadState read={plan}>{() => <ReadState read={points}>{() => null}</ReadState>}</ReadState>
    );
  return (
    <>
      <section className="planning-reopened" aria-label={t('web.planning.reopen')}>
        <p>
          <strong>{t('web.planning.reopened', { name: plan.data?.name })}</strong>{' '}
          <Link to="/planning/$planId" params={{ planId }}>
            {t('web.planning.backToPlan')}
          </Link>
        </p>
        <p>{t('web.planning.reopenedHint')}</p>
      </section>
      {children(begins)}
    </>
  );
}

function beginningOf(
  { settings }: Answer<typeof getPlan>,
  { points }: Answer<typeof planPoints>,
): Beginning {
  return {
    dropped: {
      points: points.map(([lng, lat, weight, , , label]) => ({ place: [lng, lat], weight, label })),
      walls: [],
      bridges: [],
    },
    wishes: wishesOf(settings),
    pins: new Set(points.flatMap((point, at) => (point[6] ? [at] : []))),
  };
}

/** A plan drawn by hand was asked for nothing: the table begins as usual. */
function wishesOf(settings: Answer<typeof getPlan>['settings']): Beginning['wishes'] {
  if ('byHand' in settings) return {};
  const { size, tolerance, stay, seed } = settings;
  const by = 'grids' in size ? { by: 'grids' as const } : { by: 'target' as const };
  return { ...by, ...size, tolerance: Math.round(tolerance * 100), stay, seed };
}
