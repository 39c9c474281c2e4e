/** The plan in numbers, today's beside them: balance, connection, closeness, who moves. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridFigures, PlanFigures } from '../../rules/plan/figures.ts';

interface BalanceProps {
  readonly figures: PlanFigures;
  readonly grids: readonly GridFigures[];
  /** What a grid was asked to have; absent where that is over. */
  readonly asked?: { readonly least: number; readonly most: number };
}

export function Balance({ figures, grids, asked }: BalanceProps): ReactNode {
  const { t } = useTranslation('places');
  const kept = grids.filter(({ pieces }) => pieces > 0);
  const whole = kept.filter(({ pieces }) => pieces === 1).length;
  const share = figures.had > 0 ? (figures.moved / figures.had) * 100 : 0;
  const span = (least: number | null, most: number | null): string =>
    least === null || most === null ? '–' : t('web.planning.span', { least, most });
  const metres = (distance: number | null): string =>
    distance === null ? '–' : t('web.planning.metres', { distance });
  const rows = [
    ['grids', figures.gridsBefore || '–', figures.gridsAfter],
    [
      'households',
      span(figures.fewestBefore, figures.mostBefore),
      span(figures.fewestAfter, figures.mostAfter),
    ],
    ['distance', metres(figures.distanceBefore), metres(figures.distanceAfter)],
  ] as const;
  return (
    <section className="planning-balance" aria-label={t('web.planning.balance.label')}>
      <dl>
        {rows.map(([name, before, after]) => (
          <div key={name}>
            <dt>{t(`web.planning.balance.${name}`)}</dt>
            <dd>
              <span className="muted">{before}</span> → <strong>{after}</strong>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('web.planning.balance.moved')}</dt>
          <dd>
            <strong>
              {t('web.planning.movedShare', {
                share: share.toFixed(1),
                moved: figures.moved,
                had: figures.had,
              })}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{t('web.planning.balance.whole')}</dt>
          <dd>
            <strong>{t('web.planning.wholeOf', { whole, all: kept.length })}</strong>
          </dd>
        </div>
        {asked !== undefined && (
          <div>
            <dt>{t('web.planning.balance.asked')}</dt>
            <dd>
              {t('web.planning.span', {
                least: Math.ceil(asked.least),
                most: Math.floor(asked.most),
              })}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
