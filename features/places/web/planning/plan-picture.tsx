/** Before and after: one beside the other, or switched. */
import { Segmented } from 'antd';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boxAround } from '#ui/map/box-around.ts';
import { useMedia } from '#ui/theme/use-media.ts';
import { cornersOf, type DrawnGrid, type Homes } from './plan-layers.ts';
import { PlanMap, Together } from './plan-map.tsx';

const VIEWS = ['today', 'plan', 'changes', 'both'] as const;
type View = (typeof VIEWS)[number];

interface PlanPictureProps {
  readonly today: readonly DrawnGrid[];
  readonly plan: readonly DrawnGrid[];
  readonly homes: Homes;
  readonly moved: Homes;
  readonly pinned: Homes;
  readonly choose?: (at: number) => void;
}

/** Drawn anew only where what it shows has changed: the page goes on while plans are drawn. */
export const PlanPicture = memo(Picture);

function Picture({ today, plan, choose, ...homes }: PlanPictureProps): ReactNode {
  const { t } = useTranslation('places');
  const [chosen, setChosen] = useState<View>('plan');
  const together = useMemo(() => new Together(), []);
  const narrow = useMedia('(max-width: 900px)');
  const view = narrow && chosen === 'both' ? 'plan' : chosen;
  const views = VIEWS.filter((one) => !(narrow && one === 'both'));
  // Looked for once, whatever is drawn later: homes, and the grids round them.
  const [start] = useState(() => boxAround([...homes.homes, ...cornersOf([...today, ...plan])]));
  const shared = { ...homes, together, start, ...(choose && { choose }) };
  return (
    <section className="plan-picture" aria-label={t('web.planning.map')}>
      <div className="plan-picture-head">
        <Segmented
          aria-label={t('web.planning.view.label')}
          value={view}
          options={views.map((one) => ({ value: one, label: t(`web.planning.view.${one}`) }))}
          onChange={setChosen}
        />
        <ul className="plan-legend">
          {view === 'changes' && (
            <li>
              <span className="plan-dashed" aria-hidden />
              {t('web.planning.bordersBefore')}
            </li>
          )}
          <li>
            <span className="plan-moved" aria-hidden />
            {t('web.planning.moved')}
          </li>
          <li>
            <span className="plan-pinned" aria-hidden />
            {t('web.planning.pinned')}
          </li>
        </ul>
      </div>
      <div className="plan-maps">
        {(view === 'today' || view === 'both') && (
          <PlanMap label={t('web.planning.view.today')} grids={today} {...shared} />
        )}
        {view !== 'today' && (
          <PlanMap
            key={view === 'changes' ? 'changes' : 'plan'}
            label={t(view === 'changes' ? 'web.planning.view.changes' : 'web.planning.view.plan')}
            grids={plan}
            {...shared}
            {...(view === 'changes' && { before: today })}
          />
        )}
      </div>
    </section>
  );
}
